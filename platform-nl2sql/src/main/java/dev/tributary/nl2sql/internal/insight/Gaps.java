package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.api.query.Insight.Severity;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Numbers;
import java.util.Optional;

/** Values that are not there. */
final class Gaps {
  private Gaps() {}

  /** The column with the most missing values, if it has any. */
  static Optional<Insight> of(Frame frame) {
    Field worst = null;
    long most = 0;
    for (Field field : frame.fields()) {
      long missing = frame.rows().stream().filter(row -> row.get(field.index()) == null).count();
      if (missing > most) {
        worst = field;
        most = missing;
      }
    }
    if (worst == null || frame.rows().size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Insight(
            "missing",
            Severity.LOW,
            Numbers.count(most)
                + " of "
                + Numbers.count(frame.rows().size())
                + " rows have no "
                + worst.name().replace('_', ' ')
                + "."));
  }
}
