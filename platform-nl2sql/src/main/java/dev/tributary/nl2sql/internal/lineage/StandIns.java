package dev.tributary.nl2sql.internal.lineage;

import dev.tributary.nl2sql.internal.scan.Token;
import dev.tributary.nl2sql.internal.scan.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in for the values of a query while what does not depend on them is read. */
final class StandIns {
  /** As many digits as a value may have, so that none is a part of another. */
  private static final long FIRST_NUMBER = 900_000_000_000_000_000L;

  private final List<Token> values;

  /**
   * Makes stand-ins.
   *
   * @param values texts in quotes and whole numbers, in the order they stand in
   */
  StandIns(List<Token> values) {
    this.values = values;
  }

  String insteadOfValues(String sql) {
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    for (int i = 0; i < values.size(); i++) {
      pattern.append(sql, at, values.get(i).position()).append(standIn(i));
      at = values.get(i).position() + values.get(i).text().length();
    }
    return pattern.append(sql, at, sql.length()).toString();
  }

  /** Puts the values back. */
  QueryOutline replacedIn(QueryOutline pattern) {
    if (values.isEmpty()) {
      return pattern;
    }
    Map<String, String> written = new HashMap<>();
    String conditions = pattern.conditions();
    for (int i = 0; i < values.size(); i++) {
      conditions = conditions.replace(standIn(i), values.get(i).text());
      written.put(unquoted(standIn(i)), unquoted(values.get(i).text()));
    }
    List<Filter> filters =
        pattern.filters().stream()
            .map(filter ->
                new Filter(filter.column(), written.getOrDefault(filter.value(), filter.value())))
            .toList();
    return new QueryOutline(
        pattern.columns(),
        pattern.grouped(),
        filters,
        conditions,
        pattern.ordered(),
        pattern.limit());
  }

  /** No statement holds U+0000. */
  private String standIn(int index) {
    return values.get(index).kind() == TokenKind.STRING
        ? "'\0" + index + "'"
        : String.valueOf(FIRST_NUMBER + index);
  }

  private static String unquoted(String value) {
    return value.startsWith("'")
        ? value.substring(1, value.length() - 1).replace("''", "'")
        : value;
  }
}
