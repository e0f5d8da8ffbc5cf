package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.LookupFallback;
import dev.tributary.ingest.config.Origin;
import dev.tributary.ingest.config.RetentionConfig;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.testkit.FakeConnectorFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigureTest {
  private final Map<String, Object> source =
      new LinkedHashMap<>(
          Map.of("id", "s1", "data_center", "fra", "kind", "fake", "dataset", "people"));
  private Settings settings;

  private IngestConfig configure(List<Map<String, Object>> sources) {
    settings =
        Settings.of(
            "t.yaml:",
            Map.of("data_centers", List.of(Map.of("id", "fra")), "sources", sources),
            reference -> Secret.of(reference));
    return Ingest.configure(
        settings,
        Path.of("/etc/tributary"),
        List.of(Collecting.PEOPLE),
        List.of(FakeConnectorFactory.of(Map.of()), new LinesFactory()));
  }

  @Test
  void defaultsAreWhatTheDocumentsSay() {
    SourceConfig read = configure(List.of(source)).sources().getFirst();

    assertThat(settings.faults()).isEmpty();
    assertThat(read.every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(read.mode()).isEqualTo(ReadMode.INCREMENTAL);
    assertThat(read.tombstones()).isFalse();
    assertThat(read.batchRows()).isEqualTo(5_000);
    assertThat(read.batchBytes()).isEqualTo(8L << 20);
    assertThat(read.freshness().expectEvery()).isNull();
    assertThat(read.freshness().warnAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(read.freshness().lateAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.schemaChanges().columnAdded()).isEqualTo(SchemaAction.EVOLVE);
    assertThat(read.schemaChanges().keyChanged()).isEqualTo(SchemaAction.PAUSE);
    assertThat(read.mapping().matchUnmapped()).isTrue();
    assertThat(configure(List.of(source)).retention())
        .isEqualTo(
            new RetentionConfig(Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(30)));
  }

  @Test
  void aMappingIsReadWhole() {
    source.put(
        "mapping",
        Map.of(
            "name",
            Map.of("from", "NAME", "lookup", Map.of("a", "b"), "otherwise", "keep", "default", "x"),
            "amount",
            Map.of("decimal", ",", "grouping", ".", "unit", Map.of("from", "cent", "to", "eur")),
            "seen_at",
            Map.of("format", "dd.MM.yyyy", "zone", "Europe/Berlin", "required", "true")));

    Map<String, FieldMapping> fields =
        configure(List.of(source)).sources().getFirst().mapping().fields();

    assertThat(settings.faults()).isEmpty();
    assertThat(fields.get("name").origin()).isEqualTo(new Origin.FromColumn("NAME"));
    assertThat(fields.get("name").otherwise()).isEqualTo(LookupFallback.KEEP);
    assertThat(fields.get("amount").grouping()).contains('.');
    assertThat(fields.get("seen_at").formats()).containsExactly("dd.MM.yyyy");
  }

  @Test
  void everyFaultIsSaidAtOnce() {
    source.put("every", "0s");
    source.put("data_center", "frx");
    source.put("kind", "fakes");
    source.put("deletes", "tombstone");
    source.put("schema_changes", Map.of("key_changed", "evolve"));
    source.put("freshness", Map.of("warn_after", "5m", "late_after", "1m"));
    source.put("evry", "5s");
    source.put(
        "mapping",
        Map.of(
            "nam", Map.of("from", "x"),
            "amount", Map.of("unit", Map.of("from", "cent", "to", "kilo")),
            "seen_at", Map.of("zone", "Europe/Berlyn", "format", "qqqqqqq"),
            "name", Map.of("from", "a", "constant", "b")));

    configure(List.of(source, source));

    assertThat(settings.faults())
        .extracting(Fault::place)
        .contains(
            "t.yaml: sources[0].every",
            "t.yaml: sources[0].data_center",
            "t.yaml: sources[0].kind",
            "t.yaml: sources[0].deletes",
            "t.yaml: sources[0].schema_changes.key_changed",
            "t.yaml: sources[0].freshness.late_after",
            "t.yaml: sources[0].evry",
            "t.yaml: sources[0].mapping.nam",
            "t.yaml: sources[0].mapping.amount.unit.to",
            "t.yaml: sources[0].mapping.seen_at.zone",
            "t.yaml: sources[0].mapping.seen_at.format",
            "t.yaml: sources[0].mapping.name.from",
            "t.yaml: sources[1].id");
    assertThat(settings.faults())
        .filteredOn(fault -> fault.place().endsWith(".kind"))
        .extracting(Fault::remedy)
        .contains("did you mean 'fake'?");
  }

  @Test
  void connectorsSayWhatIsWrongWithTheirOwnSettings() {
    source.put("kind", "lines");
    IngestConfig config = configure(List.of(source));

    List<Fault> faults =
        Ingest.check(config, List.of(new LinesFactory()), reference -> Secret.of(reference));

    assertThat(faults).isNotEmpty();
  }
}
