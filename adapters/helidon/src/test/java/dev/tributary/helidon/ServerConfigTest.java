package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerConfigTest {

  @Test
  void theDefaultsServeThisMachineOnly() {
    ServerConfig config = ServerConfig.builder().build();

    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.shutdownGrace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.http().mostBodyBytes()).isEqualTo(1L << 30);
    assertThat(config.http().corsOrigins()).isEmpty();
    assertThat(config.http().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.http().mostStreams()).isEqualTo(1000);
    assertThat(config.http().stallLimit()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aSectionOfTheConfigurationIsReadWhole() {
    Settings server =
        settings(
            Map.of(
                "port",
                9090,
                "host",
                "0.0.0.0",
                "max_body",
                "10MiB",
                "shutdown_grace",
                "3s",
                "cors",
                Map.of("origins", List.of("http://localhost:5173"))));

    ServerConfig config = ServerConfig.from(server).build();
    server.verify();

    assertThat(config.port()).isEqualTo(9090);
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.shutdownGrace()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.http().mostBodyBytes()).isEqualTo(10L << 20);
    assertThat(config.http().corsOrigins()).containsExactly("http://localhost:5173");
  }

  @Test
  void faultsAreNotedWithTheirPlace() {
    Settings server = settings(Map.of("port", 70_000, "max_body", "0B", "prot", 1));

    ServerConfig.from(server);

    assertThatThrownBy(server::verify).hasMessageContainingAll("port", "max_body", "prot");
  }

  private static Settings settings(Map<String, ?> values) {
    return Settings.of("tributary.yaml: server", values, ServerConfigTest::noSecret);
  }

  private static Secret noSecret(String reference) {
    throw new AssertionError("no secret was asked for: " + reference);
  }
}
