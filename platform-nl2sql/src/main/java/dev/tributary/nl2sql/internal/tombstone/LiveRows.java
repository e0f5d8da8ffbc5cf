package dev.tributary.nl2sql.internal.tombstone;

import dev.tributary.nl2sql.internal.grammar.Parsing;
import dev.tributary.nl2sql.internal.list.NameList;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import dev.tributary.nl2sql.internal.tree.NodeWalk;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.sf.jsqlparser.parser.Token;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.WithItem;

/**
 * Has queries read the rows of some tables that are not marked as deleted: where such a table is
 * read, a query takes its place that leaves the others out. Thread-safe.
 */
public final class LiveRows {
  private static final Duration LONGEST = Duration.ofMillis(200);

  private final Set<String> tables;
  private final String mark;
  private final boolean backslashEscapes;
  private final NodeKinds kinds;

  /**
   * Makes it.
   *
   * @param tables the names of the tables
   * @param mark the column that says when a row was deleted; null in those that are there
   * @param backslashEscapes whether a backslash escapes the next character of a string
   */
  public LiveRows(Set<String> tables, String mark, boolean backslashEscapes) {
    this.tables = tables.stream().map(LiveRows::folded).collect(Collectors.toSet());
    this.mark = mark;
    this.backslashEscapes = backslashEscapes;
    this.kinds = new NodeKinds(NameList.constructs().all(), Set.of());
  }

  /**
   * The same query over the rows that are there.
   *
   * @param sql a query that the gate has written
   * @return the query; as it was if it reads none of the tables
   * @throws RefusedException if its tables cannot be told
   */
  public String of(String sql) {
    String text = folded(sql);
    if (tables.stream().noneMatch(text::contains)) {
      return sql;
    }
    StringBuilder live = new StringBuilder(sql);
    for (Place place : places(sql)) {
      live.replace(place.begin(), place.begin() + place.name().length(), replaced(place));
    }
    return live.toString();
  }

  private String replaced(Place place) {
    String query = "(SELECT * FROM " + place.name() + " WHERE " + mark + " IS NULL)";
    return place.named() ? query : query + " AS " + place.name();
  }

  /** Where the tables are read, the last first. */
  private List<Place> places(String sql) {
    // A parser that is used again goes on counting where it was.
    Select select = new Parsing(backslashEscapes, LONGEST).parse(sql);
    Set<String> own = new HashSet<>();
    Set<Place> places = new TreeSet<>(Comparator.comparingInt(Place::begin).reversed());
    new NodeWalk(
            kinds,
            node -> {
              if (node instanceof WithItem<?> with) {
                own.add(folded(with.getUnquotedAliasName()));
              }
              if (node instanceof Table table && table.getASTNode() != null) {
                place(table, sql, places);
              }
              return true;
            })
        .visit(select);
    places.removeIf(place -> own.contains(folded(place.name())));
    return List.copyOf(places);
  }

  private void place(Table table, String sql, Set<Place> places) {
    if (!tables.contains(folded(table.getName()))) {
      return;
    }
    Token first = table.getASTNode().jjtGetFirstToken();
    String name = first.image;
    int begin = first.absoluteBegin - 1;
    if (begin < 0
        || !sql.startsWith(name, begin)
        || !folded(name).equals(folded(table.getName()))) {
      throw new IllegalStateException("table " + name + " is not at " + begin + " of: " + sql);
    }
    places.add(new Place(begin, name, table.getAlias() != null));
  }

  private static String folded(String name) {
    return name.replaceAll("[\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Where a table is read.
   *
   * @param begin the place of its name
   * @param name its name as it is written
   * @param named whether another name follows
   */
  private record Place(int begin, String name, boolean named) {}
}
