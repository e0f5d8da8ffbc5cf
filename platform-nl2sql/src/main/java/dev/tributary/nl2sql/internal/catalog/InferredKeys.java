package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.query.DataTable.ForeignKey;
import dev.tributary.nl2sql.internal.words.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * References no database declares: a column whose name says whose key it is, and most of whose
 * values are there.
 */
final class InferredKeys {
  private static final double ENOUGH = 0.8;
  private static final Set<String> KEY_WORDS =
      Set.of("id", "key", "no", "nr", "num", "number", "code", "uid", "pk");

  private final Connection connection;
  private final Quoting quoting;
  private final List<RawTable> tables;
  private final Map<String, Map<String, ColumnLook>> looks;
  private final Map<String, Long> rows;
  private final Tombstones tombstones;

  InferredKeys(
      Connection connection,
      Quoting quoting,
      List<RawTable> tables,
      Map<String, Map<String, ColumnLook>> looks,
      Map<String, Long> rows,
      Tombstones tombstones) {
    this.connection = connection;
    this.quoting = quoting;
    this.tables = tables;
    this.looks = looks;
    this.rows = rows;
    this.tombstones = tombstones;
  }

  Map<String, List<ForeignKey>> find() throws SQLException {
    Map<String, List<ForeignKey>> found = new HashMap<>();
    for (RawTable from : tables) {
      for (RawColumn column : from.columns()) {
        for (RawTable to : tables) {
          if (!to.equals(from) && !declared(from, column, to)) {
            infer(from, column, to, found);
          }
        }
      }
    }
    found.forEach((table, keys) -> keys.removeIf(key -> passedOn(key, keys, found)));
    return found;
  }

  /**
   * A key that refers on is no more than a reference, where what it refers to is referred to as
   * well.
   */
  private static boolean passedOn(
      ForeignKey key, List<ForeignKey> siblings, Map<String, List<ForeignKey>> found) {
    return found.getOrDefault(key.table(), List.of()).stream()
        .filter(on -> on.columns().equals(key.targets()))
        .anyMatch(on ->
            siblings.stream()
                .anyMatch(other ->
                    other.columns().equals(key.columns())
                        && other.table().equals(on.table())
                        && other.targets().equals(on.targets())));
  }

  private static boolean declared(RawTable from, RawColumn column, RawTable to) {
    return from.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))
        || to.foreignKeys().stream()
            .anyMatch(key ->
                key.table().equalsIgnoreCase(from.name()) && key.targets().contains(column.name()));
  }

  private void infer(
      RawTable from, RawColumn column, RawTable to, Map<String, List<ForeignKey>> found)
      throws SQLException {
    for (RawColumn target : to.columns()) {
      if (key(to, target)
          && named(from, column, to, target)
          && included(from, column, to, target)) {
        if (!(key(from, column) && before(to, from))) {
          found
              .computeIfAbsent(from.name(), name -> new ArrayList<>())
              .add(
                  new ForeignKey(List.of(column.name()), to.name(), List.of(target.name()), false));
        }
        return;
      }
    }
  }

  /** Of two tables with the same key, the one with more columns is what the other is about. */
  private static boolean before(RawTable to, RawTable from) {
    int more = Integer.compare(from.columns().size(), to.columns().size());
    return more > 0 || (more == 0 && from.name().compareTo(to.name()) < 0);
  }

  private boolean key(RawTable table, RawColumn column) {
    if (table.primaryKey().equals(List.of(column.name()))) {
      return true;
    }
    ColumnLook look = look(table, column);
    long count = rows.getOrDefault(table.name(), 0L);
    return count > 1
        && table.primaryKey().isEmpty()
        && look.profile().distinct() == count
        && look.profile().nulls() == 0;
  }

  private boolean named(RawTable from, RawColumn column, RawTable to, RawColumn target) {
    List<String> name = bare(from, column);
    List<String> wanted = bare(to, target);
    boolean telling = wanted.size() > 1 || wanted.get(0).length() > 2;
    if (telling && column.name().equalsIgnoreCase(target.name())) {
      return true;
    }
    List<String> table = Identifiers.words(to.name());
    String first = name.get(0);
    boolean pointsThere =
        table.stream().anyMatch(word -> first.length() >= 2 && stemEquals(word, first));
    boolean isKey = KEY_WORDS.contains(name.get(name.size() - 1));
    boolean targetIsKey = KEY_WORDS.contains(wanted.get(wanted.size() - 1));
    boolean alone = name.size() == 1 && table.size() == 1;
    boolean keyed = name.size() == 2 && isKey && targetIsKey;
    return pointsThere && (alone || keyed);
  }

  private static boolean stemEquals(String tableWord, String word) {
    return (tableWord.startsWith(word) && word.length() >= 3)
        || tableWord.equals(word + "s")
        || tableWord.equals(word + "es")
        || (word.endsWith("y") && tableWord.equals(word.substring(0, word.length() - 1) + "ies"));
  }

  private static List<String> bare(RawTable table, RawColumn column) {
    List<List<String>> all =
        table.columns().stream().map(each -> Identifiers.words(each.name())).toList();
    List<String> words = Identifiers.words(column.name());
    return words.subList(Identifiers.commonPrefix(all), words.size());
  }

  private boolean included(RawTable from, RawColumn column, RawTable to, RawColumn target)
      throws SQLException {
    ColumnLook mine = look(from, column);
    ColumnLook theirs = look(to, target);
    if (mine.kind() != theirs.kind()
        || mine.profile().distinct() == 0
        || !quoting.compares(column, target)) {
      return false;
    }
    String sql =
        "SELECT COUNT(DISTINCT a.%1$s) FROM (SELECT %1$s FROM %2$s LIMIT 10000) a WHERE a.%1$s IN (SELECT %3$s FROM %4$s)"
            .formatted(
                quoting.name(column.name()),
                tombstones.live(from.name(), quoting),
                quoting.name(target.name()),
                tombstones.live(to.name(), quoting));
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1) >= ENOUGH * Math.min(10_000, mine.profile().distinct());
    }
  }

  private ColumnLook look(RawTable table, RawColumn column) {
    return java.util.Objects.requireNonNull(
        looks.getOrDefault(table.name(), Map.of()).get(column.name()),
        () -> table.name() + "." + column.name().toLowerCase(Locale.ROOT));
  }
}
