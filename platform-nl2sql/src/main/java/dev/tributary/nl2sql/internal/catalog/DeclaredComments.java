package dev.tributary.nl2sql.internal.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments that stand in the CREATE TABLE statements SQLite keeps; none on other engines. */
final class DeclaredComments {
  private static final Pattern COLUMN =
      Pattern.compile("[(,]\\s*[\"`\\[]?(\\w+)[\"`\\]]?\\s([^/]*?)/\\*(.*?)\\*/", Pattern.DOTALL);

  private final Map<String, String> comments = new HashMap<>();

  private DeclaredComments() {}

  static DeclaredComments of(Connection connection) throws SQLException {
    DeclaredComments found = new DeclaredComments();
    if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")) {
        while (rows.next()) {
          found.read(rows.getString(1), rows.getString(2));
        }
      }
    }
    return found;
  }

  private void read(String table, String ddl) {
    Matcher comment = COLUMN.matcher(ddl);
    while (comment.find()) {
      String before = comment.group(2);
      int comma = topLevelComma(before);
      String column =
          comma < 0 ? comment.group(1) : before.substring(comma + 1).strip().split("\\s")[0];
      comments.put(key(table, column.replaceAll("[\"`\\[\\]]", "")), comment.group(3).strip());
    }
  }

  private static int topLevelComma(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      switch (text.charAt(i)) {
        case ')' -> depth++;
        case '(' -> depth--;
        case ',' -> {
          if (depth == 0) {
            return i;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  String of(String table, String column) {
    return comments.getOrDefault(key(table, column), "");
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
