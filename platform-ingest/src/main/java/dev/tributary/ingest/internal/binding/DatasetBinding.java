package dev.tributary.ingest.internal.binding;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the datasets that a configuration declares. */
final class DatasetBinding {
  private final Settings root;
  private final Set<String> names = new HashSet<>();

  DatasetBinding(Settings root, List<Dataset> known) {
    this.root = root;
    known.forEach(dataset -> names.add(dataset.name()));
  }

  List<Dataset> read() {
    List<Dataset> datasets = new ArrayList<>();
    for (Settings section : root.sections("datasets")) {
      dataset(section).ifPresent(datasets::add);
    }
    return datasets;
  }

  private Optional<Dataset> dataset(Settings section) {
    String name = section.requiredText("name");
    if (!name.isBlank() && !names.add(name)) {
      section.note("name", "is '" + name + "', which is declared already", "choose another name");
    }
    List<Column> columns = new ArrayList<>();
    for (Settings column : section.sections("columns")) {
      column(column).ifPresent(columns::add);
    }
    List<String> key = section.texts("key");
    Optional<String> eventTime = section.text("event_time");
    String description = section.text("description", "");
    List<String> synonyms = section.texts("synonyms");
    try {
      Dataset.Builder builder =
          Dataset.builder(name).columns(columns).key(key).description(description);
      eventTime.ifPresent(builder::eventTime);
      return Optional.of(builder.synonyms(synonyms).build());
    } catch (IllegalArgumentException invalid) {
      if (!name.isBlank()) {
        section.note("name", String.valueOf(invalid.getMessage()), "correct the declaration");
      }
      return Optional.empty();
    }
  }

  private static Optional<Column> column(Settings section) {
    String name = section.requiredText("name");
    ColumnType type = section.choice("type", ColumnType.TEXT);
    boolean required = section.flag("required", false);
    boolean indexed = section.flag("indexed", false);
    String description = section.text("description", "");
    String unit = section.text("unit", "");
    List<String> synonyms = section.texts("synonyms");
    try {
      return Optional.of(
          Column.builder(name, type)
              .required(required)
              .indexed(indexed)
              .description(description)
              .unit(unit)
              .synonyms(synonyms)
              .build());
    } catch (IllegalArgumentException invalid) {
      if (!name.isBlank()) {
        section.note("name", String.valueOf(invalid.getMessage()), "choose another name");
      }
      return Optional.empty();
    }
  }
}
