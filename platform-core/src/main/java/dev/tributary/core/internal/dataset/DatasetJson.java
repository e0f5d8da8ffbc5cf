package dev.tributary.core.internal.dataset;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Datasets as the schema registry holds them. */
final class DatasetJson {
  private final Json json;

  DatasetJson(Json json) {
    this.json = json;
  }

  String columns(Dataset dataset) {
    return json.write(dataset.columns().stream().map(DatasetJson::column).toList());
  }

  String details(Dataset dataset) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("kind", "dataset");
    details.put("description", dataset.description());
    details.put("synonyms", dataset.synonyms());
    details.put("key", dataset.key());
    dataset.eventTime().ifPresent(column -> details.put("event_time", column));
    return json.write(details);
  }

  Dataset read(String name, String columns, String details) {
    Map<String, Object> rest = json.object(details);
    Dataset.Builder dataset =
        Dataset.builder(name)
            .description(text(rest, "description"))
            .synonyms(texts(rest, "synonyms"))
            .key(texts(rest, "key"));
    if (rest.get("event_time") instanceof String eventTime) {
      dataset.eventTime(eventTime);
    }
    json.objects(columns).forEach(column -> dataset.column(column(column)));
    return dataset.build();
  }

  private static Map<String, Object> column(Column column) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("name", column.name());
    members.put("type", column.type().name().toLowerCase(Locale.ROOT));
    members.put("required", column.required());
    members.put("indexed", column.indexed());
    members.put("description", column.description());
    members.put("unit", column.unit());
    members.put("synonyms", column.synonyms());
    return members;
  }

  private static Column column(Map<String, Object> members) {
    return Column.builder(
            text(members, "name"),
            ColumnType.valueOf(text(members, "type").toUpperCase(Locale.ROOT)))
        .required(Boolean.TRUE.equals(members.get("required")))
        .indexed(Boolean.TRUE.equals(members.get("indexed")))
        .description(text(members, "description"))
        .unit(text(members, "unit"))
        .synonyms(texts(members, "synonyms"))
        .build();
  }

  private static String text(Map<String, Object> members, String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  private static List<String> texts(Map<String, Object> members, String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
