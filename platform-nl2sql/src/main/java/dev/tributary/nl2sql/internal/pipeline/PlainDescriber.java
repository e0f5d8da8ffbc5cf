package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.Chart;
import dev.tributary.api.query.Describer;
import dev.tributary.api.query.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows rows as a table and says how many there are. */
public enum PlainDescriber implements Describer {
  /** The only one. */
  INSTANCE;

  @Override
  public Description describe(Findings findings) {
    List<AnswerColumn> columns = new ArrayList<>();
    for (int i = 0; i < findings.rows().columns().size(); i++) {
      columns.add(
          new AnswerColumn(
              findings.rows().columns().get(i).name(),
              kind(findings.rows().rows(), i),
              findings.rows().columns().get(i).type(),
              ""));
    }
    int count = findings.rows().rows().size();
    Chart table =
        new Chart(Chart.Type.TABLE, "", List.of(), "", findings.question(), "rows as they are", "");
    return new Description(
        columns,
        count == 0 ? "Nothing was found." : count == 1 ? "One row." : count + " rows.",
        table,
        List.of(),
        findings.explanation(),
        List.of(),
        List.of(),
        TokenUsage.NONE);
  }

  private static AnswerColumn.Kind kind(List<List<@Nullable Object>> rows, int column) {
    return switch (rows.stream()
        .map(row -> row.get(column))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null)) {
      case Number ignored -> AnswerColumn.Kind.NUMBER;
      case String ignored -> AnswerColumn.Kind.TEXT;
      case Boolean ignored -> AnswerColumn.Kind.BOOLEAN;
      case null, default -> AnswerColumn.Kind.OTHER;
    };
  }
}
