package dev.tributary.nl2sql.internal.wording;

import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Numbers;
import dev.tributary.nl2sql.internal.frame.Role;
import dev.tributary.nl2sql.internal.lineage.Operation;
import dev.tributary.nl2sql.internal.lineage.QueryOutline;
import java.util.List;
import java.util.Set;

/** What was done to get the rows, in plain words. */
public final class Explanation {
  private static final int LONGEST_CONDITION = 300;

  private Explanation() {}

  /**
   * Explains rows.
   *
   * @param reading how the question was understood; empty if nobody said
   * @param tables the tables that were read
   * @param frame the rows
   * @return sentences
   */
  public static String of(String reading, Set<String> tables, Frame frame) {
    StringBuilder text = new StringBuilder(sentence(reading));
    if (!tables.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ")
          .append("Read from ")
          .append(Names.listed(tables.stream().sorted().toList()));
      QueryOutline outline = frame.outline();
      if (!outline.conditions().isEmpty() && reading.isEmpty()) {
        text.append(", where ").append(shortened(outline.conditions()));
      }
      text.append(grouping(frame));
      if (outline.limit() > 0 && !frame.whole()) {
        text.append(", at most ").append(Numbers.count(outline.limit())).append(" rows");
      }
      text.append('.');
    }
    return text.toString();
  }

  private static String grouping(Frame frame) {
    if (!frame.outline().grouped()) {
      return "";
    }
    List<String> groups =
        frame.fields().stream()
            .filter(field -> field.role() != Role.MEASURE)
            .map(Explanation::group)
            .toList();
    return groups.isEmpty() ? "" : ", one row for each " + Names.listed(groups);
  }

  private static String group(Field field) {
    var column = field.origin().column();
    return field.operation() == Operation.SPAN && column != null
        ? "span of " + Names.of(column)
        : Names.of(field.name());
  }

  private static String sentence(String reading) {
    String bare = reading.strip();
    return bare.isEmpty() || bare.endsWith(".") ? bare : Names.capital(bare) + ".";
  }

  private static String shortened(String condition) {
    return condition.length() > LONGEST_CONDITION
        ? condition.substring(0, LONGEST_CONDITION) + "…"
        : condition;
  }
}
