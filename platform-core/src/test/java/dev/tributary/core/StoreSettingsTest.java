package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
  private static final Path DATA = Path.of("/data");

  @Test
  void aFileInTheDataFolderIsTheDefault() {
    Settings settings = of(Map.of());

    assertThat(read(settings)).contains(StoreConfig.sqlite(DATA.resolve("tributary.db")));
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void aServerIsReadWithItsDefaults() {
    Settings settings =
        of(
            Map.of(
                "kind",
                "postgresql",
                "host",
                "db",
                "database",
                "app",
                "user",
                "u",
                "password",
                "env:PW",
                "options",
                Map.of("sslmode", "require")));

    StoreConfig.Server server = (StoreConfig.Server) read(settings).orElseThrow();

    assertThat(server.toString()).isEqualTo("postgresql://db:5432/app");
    assertThat(server.password().reveal()).isEqualTo("s3cret");
    assertThat(server.tuning()).isEqualTo(new StoreConfig.Tuning(10, Map.of("sslmode", "require")));
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    Settings settings = of(Map.of("kind", "mariadb", "prt", "1"));

    assertThat(read(settings)).isEmpty();
    assertThat(settings.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "c.yaml: host: is missing; add it",
            "c.yaml: database: is missing; add it",
            "c.yaml: user: is missing; add it",
            "c.yaml: prt: is not a known key; did you mean 'port'?");
  }

  @Test
  void driverOptionsBeyondTheListAreRefused() {
    Settings settings =
        of(
            Map.of(
                "kind",
                "postgresql",
                "host",
                "db",
                "database",
                "app",
                "user",
                "u",
                "options",
                Map.of("socketFactory", "evil.Factory")));

    assertThat(read(settings)).isEmpty();
    assertThat(settings.faults().getFirst().toString())
        .contains("driver option 'socketFactory' is not allowed");
  }

  @Test
  void anAddressThatSmugglesOptionsIsRefused() {
    Settings settings =
        of(
            Map.of(
                "kind", "mysql", "host", "db", "database", "a?allowLocalInfile=true", "user", "u"));

    assertThat(read(settings)).isEmpty();
    assertThat(settings.faults().getFirst().toString()).contains("use letters, digits");
  }

  private static Optional<StoreConfig> read(Settings settings) {
    return StoreSettings.read(settings, DATA);
  }

  private static Settings of(Map<String, ?> values) {
    return Settings.of("c.yaml:", values, Secrets.of(Map.of("PW", "s3cret")));
  }
}
