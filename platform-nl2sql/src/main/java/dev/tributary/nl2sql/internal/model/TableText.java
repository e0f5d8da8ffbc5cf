package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table down for a model. */
final class TableText {
  private static final int MOST_SAMPLES = 5;

  private final boolean shareValues;

  TableText(boolean shareValues) {
    this.shareValues = shareValues;
  }

  String of(DataTable table) {
    StringBuilder text = new StringBuilder("table ").append(table.name());
    if (table.rowCount() >= 0) {
      text.append(" (").append(table.rowCount()).append(" rows)");
    }
    text.append(said(table.description(), table.synonyms(), "")).append('\n');
    table.columns().forEach(column -> text.append(line(table, column)));
    for (DataTable.ForeignKey key : table.foreignKeys()) {
      text.append(
          "  (%s) -> %s (%s)%s%n"
              .formatted(
                  String.join(", ", key.columns()),
                  key.table(),
                  String.join(", ", key.targets()),
                  key.declared() ? "" : " as it seems"));
    }
    return text.toString();
  }

  private String line(DataTable table, DataColumn column) {
    return "  "
        + column.name()
        + " "
        + Fence.line(column.type())
        + (table.primaryKey().contains(column.name()) ? " primary key" : "")
        + said(column.description(), column.synonyms(), column.unit())
        + values(column.profile())
        + "\n";
  }

  private static String said(String description, List<String> synonyms, String unit) {
    List<String> parts = new ArrayList<>();
    if (!description.isEmpty()) {
      parts.add(Fence.line(description));
    }
    if (!synonyms.isEmpty()) {
      parts.add("also called " + Fence.line(String.join(", ", synonyms)));
    }
    if (!unit.isEmpty()) {
      parts.add("in " + Fence.line(unit));
    }
    return parts.isEmpty() ? "" : " -- " + String.join("; ", parts);
  }

  private String values(DataColumn.Profile profile) {
    if (!shareValues) {
      return "";
    }
    String samples =
        profile.samples().stream()
            .limit(MOST_SAMPLES)
            .map(sample -> "'" + Fence.line(sample) + "'")
            .collect(Collectors.joining(", "));
    String range =
        profile.min().isEmpty() || profile.max().isEmpty()
            ? ""
            : " from '" + Fence.line(profile.min()) + "' to '" + Fence.line(profile.max()) + "'";
    return samples.isEmpty() ? range : " such as " + samples + range;
  }
}
