package dev.tributary.nl2sql.internal.check;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.List;
import java.util.Set;
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
          "msdb");
  private static final List<String> SYSTEM_PREFIXES =
      List.of("pg_", "sqlite_", "pragma_", "innodb_", "all_tab", "dba_", "v$", "gv$", "x$");
  private static final Set<String> SYSTEM_TABLES =
      Set.of("dbstat", "sysobjects", "syscolumns", "fsdir", "lsdir", "zipfile", "bytecode");

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
    String schema = table.getSchemaName() == null ? "" : spelling.folded(table.getSchemaName());
    boolean system =
        SYSTEM_SCHEMAS.contains(schema) || SYSTEM_TABLES.contains(name) || beginsLikeSystem(name);
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
