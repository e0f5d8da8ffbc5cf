package dev.tributary.nl2sql;

import dev.tributary.nl2sql.internal.grammar.Bridge.Habit;
import dev.tributary.nl2sql.internal.scan.Lexis;
import dev.tributary.nl2sql.internal.scan.Lexis.Trait;
import java.util.Locale;
import java.util.Set;

/** The SQL of the server a statement is meant for. */
public enum SqlDialect {
  /** SQLite. */
  SQLITE,
  /** PostgreSQL and servers that speak its SQL. */
  POSTGRESQL,
  /** MySQL and MariaDB. */
  MYSQL,
  /** An unknown server: what servers read in different ways is refused. */
  GENERIC;

  Lexis lexis() {
    return switch (this) {
      case SQLITE ->
          Lexis.of(
              Trait.BACKTICKS, Trait.BRACKETED_NAMES, Trait.DIGIT_GROUPS, Trait.DOLLAR_PARAMETERS);
      case POSTGRESQL ->
          Lexis.of(
              Trait.DOLLAR_QUOTES,
              Trait.ESCAPE_STRINGS,
              Trait.UNICODE_STRINGS,
              Trait.OPERATOR_RUNS,
              Trait.NUMBER_BASES,
              Trait.DIGIT_GROUPS,
              Trait.NESTED_COMMENTS);
      case MYSQL ->
          Lexis.of(
              Trait.BACKSLASH_ESCAPES,
              Trait.DOUBLE_QUOTED_STRINGS,
              Trait.BACKTICKS,
              Trait.HASH_COMMENTS,
              Trait.DASHES_NEED_BLANK,
              Trait.DIGITS_BEGIN_NAMES);
      case GENERIC -> Lexis.of(Trait.BACKTICKS, Trait.ESCAPE_STRINGS, Trait.UNKNOWN_SERVER);
    };
  }

  Set<Habit> habits() {
    return switch (this) {
      case SQLITE -> Set.of(Habit.IS_VALUE, Habit.INDEXED_BY);
      case POSTGRESQL -> Set.of();
      case MYSQL -> Set.of(Habit.MYSQL_HINTS);
      case GENERIC -> Set.of(Habit.IS_VALUE);
    };
  }

  /** The name of its section in the gate's lists. */
  String section() {
    return name().toLowerCase(Locale.ROOT);
  }
}
