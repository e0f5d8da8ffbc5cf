package dev.tributary.nl2sql.internal.suggest;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Role;
import dev.tributary.nl2sql.internal.lineage.Filter;
import dev.tributary.nl2sql.internal.lineage.Operation;
import dev.tributary.nl2sql.internal.wording.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions to go on with after an answer. */
public final class FollowUps {
  private static final int MOST = 3;
  private static final int TRIED = 8;

  private FollowUps() {}

  /**
   * Thinks of questions: the same amount by something else, over time, or of the leader alone.
   *
   * @param frame the rows that were answered
   * @param question what was asked, which is not suggested again
   * @param schema what can be asked about
   * @param answerable whether a question can be answered
   * @return at most three questions
   */
  public static List<String> of(
      Frame frame, String question, DataSchema schema, Answerable answerable) {
    return candidates(frame).stream()
        .filter(candidate -> !candidate.question().equalsIgnoreCase(question))
        .distinct()
        .limit(TRIED)
        .filter(candidate -> candidate.answerable(schema, answerable))
        .limit(MOST)
        .map(Candidate::question)
        .toList();
  }

  /**
   * A question in three parts. Conditions hold values and are new with almost every answer, so they
   * are tried once with what is measured, and what follows them without them: that has been tried
   * before.
   */
  private record Candidate(String subject, String conditions, String by) {
    String question() {
      return subject + conditions + by;
    }

    boolean answerable(DataSchema schema, Answerable answerable) {
      return answerable.test(schema, subject + by)
          && (conditions.isEmpty() || answerable.test(schema, subject + conditions));
    }
  }

  private static List<Candidate> candidates(Frame frame) {
    Field measure = frame.of(Role.MEASURE).stream().findFirst().orElse(null);
    DataTable table = table(frame, measure);
    if (table == null) {
      return List.of();
    }
    String subject = subject(measure, table);
    String with = conditions(frame.outline().filters());
    Set<String> used =
        frame.fields().stream()
            .map(field -> field.origin().column())
            .filter(column -> column != null)
            .map(DataColumn::name)
            .collect(Collectors.toSet());
    frame.outline().filters().forEach(filter -> used.add(filter.column().name()));
    List<Candidate> candidates = new ArrayList<>();
    if (Topics.timed(table) && frame.of(Role.TIME).isEmpty()) {
      candidates.add(new Candidate(subject, with, " per month"));
    }
    for (DataColumn dimension : Topics.dimensions(table)) {
      if (!used.contains(dimension.name())) {
        candidates.add(new Candidate(subject, with, " by " + Names.of(dimension)));
      }
    }
    return candidates;
  }

  private static @Nullable DataTable table(Frame frame, @Nullable Field measure) {
    if (measure != null && measure.origin().table() != null) {
      return measure.origin().table();
    }
    return frame.fields().stream()
        .map(field -> field.origin().table())
        .filter(table -> table != null)
        .findFirst()
        .orElse(null);
  }

  private static String subject(@Nullable Field measure, DataTable table) {
    DataColumn column = measure == null ? null : measure.origin().column();
    if (measure == null || column == null || measure.operation() == Operation.COUNT) {
      return "number of " + Names.of(table);
    }
    return switch (measure.operation()) {
      case SUM -> "total " + Names.of(column) + " of " + Names.of(table);
      case AVERAGE -> "average " + Names.of(column) + " of " + Names.of(table);
      default -> "number of " + Names.of(table);
    };
  }

  private static String conditions(List<Filter> filters) {
    return filters.stream()
        .map(filter ->
            " with "
                + Names.of(filter.column())
                + " "
                + (filter.column().kind() == Kind.BOOLEAN
                    ? (filter.value().equals("0") ? "false" : "true")
                    : filter.value()))
        .collect(Collectors.joining(" and"));
  }
}
