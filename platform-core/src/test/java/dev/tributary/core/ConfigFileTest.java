package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private static final String YAML =
      """
      store: {kind: sqlite}
      server:
        port: 8080
        max_body: 1GiB
      sources:
        - id: a
          every: soon
      profiles:
        prod:
          store: {kind: postgresql, host: db}
          server: {port: 80}
      """;

  @TempDir Path folder;

  @Test
  void scalarsStayTheTextThatWasWritten() {
    Settings settings = parse("a: NO\nb: 010\nc: 1.10\nd: 2026-11-21\ne: ~\n", Map.of()).settings();

    assertThat(settings.text("a")).contains("NO");
    assertThat(settings.text("b")).contains("010");
    assertThat(settings.text("c")).contains("1.10");
    assertThat(settings.text("d")).contains("2026-11-21");
    assertThat(settings.has("e")).isFalse();
  }

  @Test
  void aProfileLiesOverTheRest() {
    Settings plain = parse(YAML, Map.of()).settings();
    Settings prod = parse(YAML, Map.of("TRIBUTARY_PROFILE", "prod")).settings();

    assertThat(plain.section("store").text("kind")).contains("sqlite");
    assertThat(plain.keys()).doesNotContain("profiles");
    assertThat(prod.section("store").text("kind")).contains("postgresql");
    assertThat(prod.section("server").text("port")).contains("80");
    assertThat(prod.section("server").text("max_body")).contains("1GiB");
  }

  @Test
  void anUnknownProfileIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> parse(YAML, Map.of("TRIBUTARY_PROFILE", "prd")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no profile 'prd'")
        .hasMessageContaining("did you mean 'prod'?");
  }

  @Test
  void environmentVariablesGoBeforeAll() {
    Map<String, String> environment =
        Map.of(
            "TRIBUTARY_PROFILE", "prod",
            "TRIBUTARY_STORE_HOST", "other",
            "TRIBUTARY_SERVER_MAX_BODY", "2GiB",
            "TRIBUTARY_SERVER__CORS__ORIGINS", "http://x",
            "TRIBUTARY_DATA_DIR", "/data",
            "TRIBUTARY_KEY_MAIN", "not a setting",
            "PATH", "/bin");

    Settings settings = parse(YAML, environment).settings();

    assertThat(settings.section("store").text("host")).contains("other");
    assertThat(settings.section("store").text("kind")).contains("postgresql");
    assertThat(settings.section("server").text("max_body")).contains("2GiB");
    assertThat(settings.section("server").section("cors").text("origins")).contains("http://x");
    assertThat(settings.text("data_dir")).contains("/data");
    assertThat(settings.keys()).doesNotContain("key_main", "key", "profile");
  }

  @Test
  void aDatabaseUrlNamesTheStoreWhereTheFileDoesNot() {
    Map<String, String> environment =
        Map.of(
            "DATABASE_URL",
            "postgres://app:p%40ss+word@db.example:6543/books?sslmode=require",
            "TRIBUTARY_STORE_CONNECTIONS",
            "3");
    Secrets secrets = Secrets.of(environment);

    Settings silent = ConfigFile.parse("c.yaml", "", environment, secrets).settings();
    StoreConfig.Server store =
        (StoreConfig.Server)
            StoreSettings.read(silent.section("store"), Path.of("data")).orElseThrow();
    Settings named =
        ConfigFile.parse("c.yaml", "store: {kind: sqlite}", environment, secrets).settings();

    assertThat(silent.faults()).isEmpty();
    assertThat(store.toString()).isEqualTo("postgresql://db.example:6543/books");
    assertThat(store.user()).isEqualTo("app");
    assertThat(store.password().reveal()).isEqualTo("p@ss+word");
    assertThat(store.tuning()).isEqualTo(new StoreConfig.Tuning(3, Map.of("sslmode", "require")));
    assertThat(named.section("store").text("kind")).contains("sqlite");
  }

  @Test
  void aDatabaseUrlMayNameAFile() {
    Settings settings = parse("", Map.of("DATABASE_URL", "sqlite:////var/lib/t.db")).settings();

    assertThat(StoreSettings.read(settings.section("store"), Path.of("data")))
        .contains(StoreConfig.sqlite(Path.of("/var/lib/t.db")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oracle://app:hidden@db/books",
        "postgres://app:hid den@db/books",
        "postgres://app:hidden@db",
        "postgres://db/hidden",
        "hidden",
        "sqlite:///",
        "mysql://app:hidden@db/books?tls"
      })
  void aWrongDatabaseUrlIsRefusedWithoutBeingRepeated(String url) {
    assertThatThrownBy(() -> parse("", Map.of("DATABASE_URL", url)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("environment variable DATABASE_URL")
        .hasMessageNotContaining("hid");
  }

  @Test
  void faultsNameTheLineOrTheVariable() {
    ConfigFile file = parse(YAML, Map.of("TRIBUTARY_STORE_PORT", "many"));
    Settings settings = file.settings();
    settings.section("store").text("kind");
    settings.section("store").integer("port", 1, 1, 9);
    settings.section("store").requiredText("user");
    settings.section("server").keys().forEach(settings.section("server")::text);
    settings.sections("sources").getFirst().text("id");
    settings.sections("sources").getFirst().duration("every");

    assertThat(file.locate(settings.faults()))
        .extracting(Fault::place)
        .containsExactly(
            "environment variable TRIBUTARY_STORE_PORT: store.port",
            "tributary.yaml:1: store.user",
            "tributary.yaml:7: sources[0].every");
  }

  @Test
  void keysThatStandTwiceAndAliasesAreAllReported() {
    assertThatThrownBy(() -> parse("a: 1\nb: &x {c: 1, c: 2}\na: 3\nd: *x\n", Map.of()))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            failure ->
                assertThat(failure.faults())
                    .extracting(fault -> fault.place() + " " + fault.problem())
                    .containsExactly(
                        "tributary.yaml:2:14 has the key 'b.c' twice",
                        "tributary.yaml:3:1 has the key 'a' twice",
                        "tributary.yaml:4:4 uses the alias *x at 'd'"));
  }

  @Test
  void brokenSyntaxIsReportedWithLineAndColumn() {
    assertThatThrownBy(() -> parse("a: 1\nb: [1, 2\nc: 3\n", Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tributary.yaml:3:")
        .hasMessageContaining("is not YAML");
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatThrownBy(() -> parse("- a\n- b\n", Map.of()))
        .hasMessageContaining("is not a map of keys");
    assertThatThrownBy(() -> parse("a: 1\n---\nb: 2\n", Map.of()))
        .hasMessageContaining("holds a second document");
  }

  @Test
  void anEmptyFileSaysNothing() {
    assertThat(parse("", Map.of()).settings().keys()).isEmpty();
    assertThat(parse("# only a comment\n", Map.of()).settings().keys()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws Exception {
    Path binary =
        Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});

    assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.yaml"), Map.of(), secrets()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("none.yaml: does not exist; create it");
    assertThatThrownBy(() -> ConfigFile.read(binary, Map.of(), secrets()))
        .hasMessageContaining("binary.yaml: is not UTF-8 text");
    assertThatThrownBy(() -> ConfigFile.read(folder, Map.of(), secrets()))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void anythingIsReadOrRefusedInGoodOrder() {
    for (String odd :
        List.of("{", "\t", "a: b: c", "? x", "!!java.lang.String a", "\"", "[".repeat(500), "%")) {
      try {
        parse(odd, Map.of());
      } catch (ConfigurationException refused) {
        assertThat(refused.faults()).isNotEmpty();
      }
    }
  }

  private static ConfigFile parse(String yaml, Map<String, String> environment) {
    return ConfigFile.parse("tributary.yaml", yaml, environment, secrets());
  }

  private static Secrets secrets() {
    return Secrets.of(Map.of());
  }
}
