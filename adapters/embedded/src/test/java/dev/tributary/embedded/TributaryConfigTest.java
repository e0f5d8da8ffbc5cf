package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TributaryConfigTest {
  @TempDir private Path folder;

  @Test
  void aPlatformWithoutAServerLeavesTheServersSectionAlone() throws IOException {
    Path file = write("server: {port: 8080, anything: else}");

    try (Tributary tributary = Tributary.open(file)) {
      assertThat(tributary.sources().list()).isEmpty();
    }
  }

  @Test
  void theServersSectionIsCheckedOnceAServerAskedForIt() throws IOException {
    TributaryConfig config = TributaryConfig.read(write("server: {prot: 8080}"));
    config.server().integer("port", 1, 1, 65_535);

    assertThatThrownBy(config::verify)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("server.prot");
  }

  @Test
  void everyFaultOfEveryRoomIsReportedAtOnceWithItsLine() throws IOException {
    Path file =
        write(
            """
            store: {kind: orakel}
            events: {retention: forever}
            data_centers:
              - {id: fra}
            sources:
              - id: drops
                data_center: far
                kind: csv
                dataset: users
                settings: {foldr: drops}
            """);

    assertThatThrownBy(() -> TributaryConfig.read(file).verify())
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(Fault::toString)
                    .anySatisfy(fault -> assertThat(fault).contains(":1").contains("orakel"))
                    .anySatisfy(fault -> assertThat(fault).contains(":2").contains("forever"))
                    .anySatisfy(fault -> assertThat(fault).contains(":7").contains("'far'")));
  }

  @Test
  void aKindThatNobodyKnowsIsReportedOnce() throws IOException {
    Path file =
        write(
            """
            data_centers:
              - {id: fra}
            sources:
              - {id: drops, data_center: fra, kind: cvs, dataset: users, settings: {folder: drops}}
            """);

    assertThatThrownBy(() -> TributaryConfig.read(file).verify())
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            refused ->
                assertThat(refused.faults())
                    .singleElement()
                    .asString()
                    .contains(":4", "'cvs'", "did you mean 'csv'?"));
  }

  @Test
  void windowsAreKeptOnRedisOnlyWhereThereIsOne() throws IOException {
    Path file = write("alerts: {windows: redis}");

    assertThatThrownBy(() -> TributaryConfig.read(file).verify())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("alerts.windows")
        .hasMessageContaining("add the section redis");
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("tributary.yaml"), yaml);
  }
}
