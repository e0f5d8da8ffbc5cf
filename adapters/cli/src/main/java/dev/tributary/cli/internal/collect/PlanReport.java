package dev.tributary.cli.internal.collect;

import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.MappingPlan.PlannedRow;
import dev.tributary.cli.internal.console.Shade;
import dev.tributary.cli.internal.console.Table;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what a mapping would make of real rows. */
public final class PlanReport {
  private static final int WIDEST = 40;

  private final Terminal terminal;
  private final boolean json;

  /**
   * Makes a report.
   *
   * @param terminal where it goes
   * @param json whether programs read it
   */
  public PlanReport(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Writes one plan.
   *
   * @param plan the plan
   */
  public void write(MappingPlan plan) {
    if (json) {
      terminal.say(JsonText.of(fields(plan)));
      return;
    }
    terminal.say(terminal.paint(plan.sourceId() + " -> " + plan.dataset(), Shade.BOLD));
    Table table = new Table("column", "made from", "first row becomes");
    Map<String, @Nullable Object> first = firstMapped(plan.rows());
    plan.columns().forEach((column, origin) -> table.row(column, origin, brief(first.get(column))));
    table.lines().forEach(line -> terminal.say("  " + line));
    if (!plan.unused().isEmpty()) {
      terminal.say("  not used: " + String.join(", ", plan.unused()));
    }
    for (PlannedRow row : plan.rows()) {
      if (row.fault() != null) {
        terminal.say("  to quarantine: " + row.position() + ": " + row.fault());
      }
    }
    terminal.say(
        "  %d of %d rows would be stored%n"
            .formatted(
                plan.rows().stream().filter(row -> row.fault() == null).count(),
                plan.rows().size()));
  }

  private static Map<String, @Nullable Object> firstMapped(List<PlannedRow> rows) {
    return rows.stream()
        .filter(row -> row.fault() == null)
        .findFirst()
        .map(PlannedRow::mapped)
        .orElse(Map.of());
  }

  private static String brief(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
  }

  private static Map<String, Object> fields(MappingPlan plan) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source_id", plan.sourceId());
    fields.put("dataset", plan.dataset());
    fields.put("columns", plan.columns());
    fields.put("unused", plan.unused());
    fields.put("rows", plan.rows().stream().map(PlanReport::fields).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> fields(PlannedRow row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("position", row.position());
    fields.put("source", row.source());
    fields.put("mapped", row.mapped());
    fields.put("fault", row.fault());
    return fields;
  }
}
