package dev.tributary.core;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Datasets as configuration files declare them. */
public final class DatasetDeclaration {
  private DatasetDeclaration() {}

  /**
   * Reads a declaration.
   *
   * @param settings the section of a dataset: name, description, synonyms, key, event_time, columns
   * @return the dataset; empty if something is wrong, which is noted in the settings then
   */
  public static Optional<Dataset> read(Settings settings) {
    int before = settings.faults().size();
    String name = settings.requiredText("name");
    String description = settings.text("description", "");
    List<String> synonyms = settings.texts("synonyms");
    List<String> key = settings.texts("key");
    Optional<String> eventTime = settings.text("event_time");
    List<Column> columns = new ArrayList<>();
    settings.sections("columns").forEach(column -> column(column).ifPresent(columns::add));
    if (settings.faults().size() > before && columns.isEmpty()) {
      return Optional.empty();
    }
    try {
      Dataset.Builder dataset =
          Dataset.builder(name).description(description).synonyms(synonyms).key(key);
      eventTime.ifPresent(dataset::eventTime);
      return Optional.of(dataset.columns(columns).build());
    } catch (IllegalArgumentException wrong) {
      if (!name.isBlank()) {
        settings.note("name", String.valueOf(wrong.getMessage()), "correct the declaration");
      }
      return Optional.empty();
    }
  }

  private static Optional<Column> column(Settings settings) {
    String name = settings.requiredText("name");
    ColumnType type = settings.choice("type", ColumnType.TEXT);
    boolean required = settings.flag("required", false);
    boolean indexed = settings.flag("indexed", false);
    String description = settings.text("description", "");
    String unit = settings.text("unit", "");
    List<String> synonyms = settings.texts("synonyms");
    try {
      return Optional.of(
          Column.builder(name, type)
              .required(required)
              .indexed(indexed)
              .description(description)
              .unit(unit)
              .synonyms(synonyms)
              .build());
    } catch (IllegalArgumentException wrong) {
      if (!name.isBlank()) {
        settings.note("name", String.valueOf(wrong.getMessage()), "choose another name");
      }
      return Optional.empty();
    }
  }
}
