package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Table;
import org.jspecify.annotations.Nullable;

/** Which tables a query may read. */
final class TableRules {
  private static final Set<String> SYSTEM_SCHEMAS =
      Set.of(
          "pg_catalog",
          "information_schema",
          "pg_toast",
          "mysql",
          "performance_schema",
          "sys",
          "system",
          "sqlite",
          "syscat",
          "sysibm",
          "dba",
          "master",
          "msdb",
          "crdb_internal");
  private static final List<String> SYSTEM_PREFIXES =
      List.of(
          "pg_", "sqlite_", "pragma_", "innodb_", "all_tab", "dba_", "v$", "gv$", "x$", "rdb$",
          "mon$");
  private static final Set<String> SYSTEM_TABLES =
      Set.of(
          "dbstat",
          "sysobjects",
          "syscolumns",
          "fsdir",
          "lsdir",
          "zipfile",
          "bytecode",
          "tables_used",
          "completion");

  /** MariaDB makes the rows of such tables from their names; SQLite's without arguments go on. */
  private static final Pattern SERIES = Pattern.compile("seq_(\\d+)_to_(\\d+)(?:_step_\\d+)?");

  private static final int MOST_DIGITS = 6;

  private final @Nullable KnownTables known;
  private final boolean caseMatters;
  private final Spelling spelling;

  TableRules(@Nullable KnownTables known, boolean caseMatters, Spelling spelling) {
    this.known = known;
    this.caseMatters = caseMatters;
    this.spelling = spelling;
  }

  /** Refuses names of the server's own tables, whatever they stand for here. */
  void refuseSystem(Table table) {
    String name = spelling.folded(table.getName());
    boolean system = isInSystem(table) || SYSTEM_TABLES.contains(name) || beginsLikeSystem(name);
    refuseSeries(table.getName(), name);
    // The parser takes TABLE t in brackets for a table of that name with an alias.
    boolean statement =
        name.equals("table") && table.getAlias() != null && !table.getAlias().isUseAs();
    if (statement && !Names.isQuoted(spelling.written(table.getName()))) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          spelling.position(table.getName()),
          "TABLE stands where a table's name belongs",
          "write SELECT * FROM the table");
    }
    if (system || isFile(name)) {
      throw new RefusedException(
          Rule.TABLE_SYSTEM,
          spelling.position(table.getName()),
          "'" + name + "' is not a table of the data",
          "ask for one of the data's tables");
    }
  }

  /** Refuses functions that are harmless in an expression, but read files where a table belongs. */
  void refuseFile(Function source) {
    String written = source.getMultipartName() == null ? "" : source.getMultipartName().getLast();
    String name = spelling.folded(written);
    if (SYSTEM_TABLES.contains(name) || name.equals("glob")) {
      throw new RefusedException(
          Rule.FUNCTION_HAZARD,
          spelling.position(written),
          "'" + name + "' lists files where a table belongs",
          "ask for one of the data's tables");
    }
  }

  /** The last part of the name comes first. */
  private boolean isInSystem(Table table) {
    return table.getNameParts().stream()
        .skip(1)
        .anyMatch(part -> part != null && SYSTEM_SCHEMAS.contains(spelling.folded(part)));
  }

  private void refuseSeries(String written, String name) {
    Matcher series = SERIES.matcher(name);
    boolean endless =
        series.matches()
            && (series.group(1).length() > MOST_DIGITS || series.group(2).length() > MOST_DIGITS);
    if (endless || name.equals("generate_series")) {
      throw new RefusedException(
          Rule.FUNCTION_SIZE,
          spelling.position(written),
          "'" + name + "' could make more rows than the gate allows",
          "end it below a million rows");
    }
  }

  private static boolean beginsLikeSystem(String name) {
    for (String prefix : SYSTEM_PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Some servers read a file that is named where a table belongs. */
  private static boolean isFile(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("./\\:'".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  Shape insistOn(Table table) {
    String folded = folded(table);
    if (known == null) {
      return Shape.ofTable(folded, null);
    }
    KnownTable found = known.find(folded);
    if (found == null || isOtherCase(table, found)) {
      throw new RefusedException(
          Rule.TABLE_UNKNOWN,
          spelling.position(table.getName()),
          "the catalog has no table '" + folded + "'",
          known.remedy(folded));
    }
    return Shape.ofTable(spelling.folded(found.name()), found);
  }

  private boolean isOtherCase(Table table, KnownTable found) {
    String written = table.getName();
    return caseMatters
        && Names.isQuoted(written)
        && !found.name().endsWith(Names.unquoted(written));
  }

  private String folded(Table table) {
    StringBuilder name = new StringBuilder();
    for (int i = table.getNameParts().size() - 1; i >= 0; i--) {
      String part = table.getNameParts().get(i);
      if (part != null) {
        name.append(name.isEmpty() ? "" : ".").append(spelling.folded(part));
      }
    }
    return name.toString();
  }
}
