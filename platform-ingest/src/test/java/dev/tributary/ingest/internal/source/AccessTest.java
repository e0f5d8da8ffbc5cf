package dev.tributary.ingest.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.connector.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  @TempDir Path folder;

  @Test
  void filesBelowTheRootsAreAllowed() throws IOException {
    FileRoots roots = new FileRoots(folder, List.of());

    assertThat(roots.resolve("drops/a.csv"))
        .isEqualTo(folder.toRealPath().resolve("drops").resolve("a.csv"));
  }

  @Test
  void noPathAndNoLinkLeadsOutOfTheRoots() throws IOException {
    FileRoots roots = new FileRoots(folder, List.of());
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc"));

    assertThatThrownBy(() -> roots.resolve("../x")).isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> roots.resolve("/etc/passwd")).isInstanceOf(ConnectorException.class);
    assertThatThrownBy(() -> roots.resolve("link/passwd"))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("files.roots");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"169.254.169.254", "fe80::1", "0.0.0.0", "100.100.100.200", "fd00:ec2::254"})
  void metadataAndLinkLocalAddressesAreDenied(String host) {
    assertThatThrownBy(() -> new HostPolicy(List.of()).require(host))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("network.allow");
  }

  @Test
  void othersAndExemptOnesAreAllowed() {
    assertThatCode(() -> new HostPolicy(List.of()).require("127.0.0.1")).doesNotThrowAnyException();
    assertThatCode(() -> new HostPolicy(List.of("169.254.1.1")).require("169.254.1.1"))
        .doesNotThrowAnyException();
  }
}
