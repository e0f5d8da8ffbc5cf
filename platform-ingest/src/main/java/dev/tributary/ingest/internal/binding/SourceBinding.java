package dev.tributary.ingest.internal.binding;

import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Settings;
import dev.tributary.ingest.config.FreshnessConfig;
import dev.tributary.ingest.config.MappingConfig;
import dev.tributary.ingest.config.SchemaAction;
import dev.tributary.ingest.config.SchemaChangePolicy;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.mapping.MappingCompiler;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one source. */
final class SourceBinding {
  private static final int MOST_BATCH_ROWS = 1_000_000;
  private static final String DECLARE = "declare it under ";

  private final Settings settings;
  private final Map<String, Dataset> datasets;
  private final Map<String, ConnectorFactory> kinds;

  SourceBinding(
      Settings settings, Map<String, Dataset> datasets, Map<String, ConnectorFactory> kinds) {
    this.settings = settings;
    this.datasets = datasets;
    this.kinds = kinds;
  }

  /** What becomes of rows that are gone from the source. */
  enum Deletes {
    KEEP,
    TOMBSTONE
  }

  /** How columns without a rule are treated. */
  enum Unmapped {
    MATCH,
    IGNORE
  }

  Optional<SourceConfig> read(Collection<String> dataCenters) {
    String id = settings.requiredText("id");
    String dataCenter = named("data_center", dataCenters, "data center", DECLARE + "data_centers");
    String kind = named("kind", kinds.keySet(), "kind of source", "use a known one");
    String dataset = named("dataset", datasets.keySet(), "dataset", DECLARE + "datasets");
    if (!id.isBlank() && !SourceConfig.isId(id)) {
      settings.note(
          "id", "is '" + id + "'", "use lower case letters, digits, dashes, dots, underscores");
    }
    SourceConfig.Builder source = SourceConfig.builder(id, dataCenter, kind, dataset);
    settings.text("stream").ifPresent(source::stream);
    Duration every = every();
    source.every(every).freshness(freshness(every)).schemaChanges(schemaChanges());
    source.mapping(mapping(datasets.get(dataset))).settings(connectorSettings());
    mode(source, kinds.get(kind));
    Settings batch = settings.section("batch");
    source.batch(
        (int) batch.integer("rows", ReadRequest.DEFAULT_ROWS, 1, MOST_BATCH_ROWS),
        Math.max(1, batch.bytes("bytes", ReadRequest.DEFAULT_BYTES)));
    return SourceConfig.isId(id) ? Optional.of(source.build()) : Optional.empty();
  }

  private String named(String key, Collection<String> known, String thing, String remedy) {
    String name = settings.requiredText(key);
    if (!name.isBlank() && !known.contains(name)) {
      settings.note(
          key,
          "is '" + name + "', no known " + thing,
          NearestName.of(name, known)
              .map(nearest -> "did you mean '" + nearest + "'?")
              .orElse(remedy + "; known: " + String.join(", ", known)));
    }
    return name;
  }

  private Duration every() {
    Duration every = settings.duration("every", SourceConfig.DEFAULT_EVERY);
    if (every.isZero()) {
      settings.note("every", "is zero", "write how often to read, such as 30s");
      return SourceConfig.DEFAULT_EVERY;
    }
    return every;
  }

  private void mode(SourceConfig.Builder source, @Nullable ConnectorFactory factory) {
    ReadMode fallback =
        factory == null || factory.modes().contains(ReadMode.INCREMENTAL)
            ? ReadMode.INCREMENTAL
            : ReadMode.FULL;
    ReadMode mode = settings.choice("mode", fallback);
    if (factory != null && !factory.modes().contains(mode)) {
      settings.note(
          "mode",
          "is '" + lower(mode) + "', which kind '" + factory.kind() + "' does not offer",
          "use one of " + factory.modes().stream().map(SourceBinding::lower).toList());
    }
    boolean tombstones = settings.choice("deletes", Deletes.KEEP) == Deletes.TOMBSTONE;
    if (tombstones && mode != ReadMode.FULL) {
      settings.note("deletes", "is 'tombstone' in incremental mode", "add 'mode: full'");
    }
    source.mode(mode).tombstones(tombstones);
  }

  private FreshnessConfig freshness(Duration every) {
    Settings section = settings.section("freshness");
    Duration expect = section.duration("expect_every").orElse(null);
    Duration warn = section.duration("warn_after").orElse(null);
    Duration late = section.duration("late_after").orElse(null);
    try {
      return FreshnessConfig.derived(every, expect, warn, late);
    } catch (IllegalArgumentException order) {
      section.note(
          "late_after", "comes before warn_after", "make it at least as long as warn_after");
      return FreshnessConfig.derived(every, expect, null, null);
    }
  }

  private SchemaChangePolicy schemaChanges() {
    Settings section = settings.section("schema_changes");
    SchemaChangePolicy defaults = SchemaChangePolicy.ofDefaults();
    return new SchemaChangePolicy(
        section.choice("column_added", defaults.columnAdded()),
        change(section, "column_removed", defaults.columnRemoved()),
        change(section, "column_retyped", defaults.columnRetyped()),
        change(section, "key_changed", defaults.keyChanged()));
  }

  private static SchemaAction change(Settings section, String key, SchemaAction fallback) {
    SchemaAction action = section.choice(key, fallback);
    if (action == SchemaAction.EVOLVE) {
      section.note(
          key, "is 'evolve'", "use ignore, quarantine or pause; only added columns evolve");
    }
    return action;
  }

  private MappingConfig mapping(@Nullable Dataset dataset) {
    Settings section = settings.section("mapping");
    MappingConfig.Builder mapping =
        MappingConfig.builder()
            .matchUnmapped(settings.choice("unmapped", Unmapped.MATCH) == Unmapped.MATCH);
    for (String column : section.keys()) {
      mapping.field(column, FieldBinding.read(section.section(column)));
      section.value(column);
    }
    MappingConfig built = mapping.build();
    if (dataset != null) {
      MappingCompiler.check(built, dataset)
          .forEach(fault -> {
            String key =
                fault.key().isEmpty() ? fault.column() : fault.column() + "." + fault.key();
            section.note(key, fault.problem(), fault.remedy());
          });
    }
    return built;
  }

  private Map<String, Object> connectorSettings() {
    Map<String, Object> values = new LinkedHashMap<>();
    Object written = settings.value("settings");
    if (written instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value != null) {
          values.put(String.valueOf(key), value);
        }
      });
    } else if (written != null) {
      settings.note("settings", "is a single value", "write a section of keys");
    }
    return values;
  }

  private static String lower(ReadMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }
}
