package dev.tributary.nl2sql.internal.schema;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column of a table. Two are the same only if they are the same object. */
public final class Attribute {
  private static final long SINCE = 315_532_800L;
  private static final long UNTIL = 4_102_444_800L;
  private static final Set<String> TIMES =
      Set.of("epoch", "unix", "time", "timestamp", "ts", "at", "date", "datetime", "created");

  private final Relation relation;
  private final DataColumn column;
  private final List<String> words;
  private final boolean key;
  private final boolean reference;
  private final long ticks;

  Attribute(
      Relation relation, DataColumn column, List<String> words, boolean key, boolean reference) {
    this.relation = relation;
    this.column = column;
    this.words = List.copyOf(words);
    this.key = key;
    this.reference = reference;
    this.ticks = key || reference ? 0 : ticks(column, words);
  }

  /** Whole numbers between 1980 and 2100, in a column that says it holds times. */
  private static long ticks(DataColumn column, List<String> words) {
    boolean said = column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP;
    boolean told = column.kind() == Kind.NUMBER && words.stream().anyMatch(TIMES::contains);
    String least = column.profile().min();
    String most = column.profile().max();
    if (!(said || told) || !least.matches("\\d{9,13}") || !most.matches("\\d{9,13}")) {
      return 0;
    }
    for (long ticks : new long[] {1, 1000}) {
      if (Long.parseLong(least) >= SINCE * ticks && Long.parseLong(most) < UNTIL * ticks) {
        return ticks;
      }
    }
    return 0;
  }

  /** Its table. */
  public Relation relation() {
    return relation;
  }

  /** What the catalog says of it. */
  public DataColumn column() {
    return column;
  }

  /** Its name as SQL writes it. */
  public String name() {
    return column.name();
  }

  /** The words of its name, without what all columns of the table begin with. */
  public List<String> words() {
    return words;
  }

  /** Whether it is another column, or the same of rows that play a part. */
  public boolean holds(Attribute other) {
    return column.equals(other.column) && relation.base() == other.relation.base();
  }

  /** The same column of other rows of its table. */
  public Optional<Attribute> of(Relation rows) {
    return rows.base() == relation.base() ? Optional.of(rows.same(this)) : Optional.empty();
  }

  /** Whether it alone tells rows apart. */
  public boolean key() {
    return key;
  }

  /** Whether no value occurs twice in it. */
  public boolean unique() {
    long values = relation.table().rowCount() - column.profile().nulls();
    return key || (values > 0 && column.profile().distinct() == values);
  }

  /** Whether it holds an amount or a time. */
  public boolean amount() {
    return (numeric() || temporal()) && !key && !reference;
  }

  /** Whether its table has rows, but none of them a value in it. */
  public boolean empty() {
    long rows = relation.table().rowCount();
    return rows > 0 && column.profile().nulls() == rows;
  }

  /** Whether it is, with others or alone, what tells rows apart. */
  public boolean partOfKey() {
    return key || relation.table().primaryKey().contains(name());
  }

  /** Whether it points at another table. */
  public boolean reference() {
    return reference;
  }

  /** Whether its values are numbers to compare and add, not just to tell rows apart. */
  public boolean numeric() {
    return column.kind() == Kind.NUMBER && ticks() == 0;
  }

  /** Whether its values are days or points in time. */
  public boolean temporal() {
    return column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP || ticks() > 0;
  }

  /** Whether its points in time are read in the zone of whoever reads them. */
  public boolean zoned() {
    String type = column.type().toLowerCase(java.util.Locale.ROOT);
    return type.contains("timestamptz") || type.contains("with time zone");
  }

  /**
   * How many of its numbers make a second, where they count the time since 1970.
   *
   * @return 1 or 1000; 0 where it holds no such numbers
   */
  public long ticks() {
    return ticks;
  }

  /** Whether it only says yes or no. */
  public boolean flag() {
    boolean bits =
        numeric()
            && !reference
            && column.profile().min().equals("0")
            && column.profile().max().equals("1");
    return column.kind() == Kind.BOOLEAN || (bits && column.profile().distinct() == 2);
  }

  /** Whether it holds a time, if not in all rows. */
  public boolean mark() {
    return temporal() && !key && !reference && !empty();
  }

  /** Whether numbers are stored in it as text. */
  public boolean numberAsText() {
    String type = column.type().toLowerCase(java.util.Locale.ROOT);
    return numeric() && (type.contains("char") || type.contains("text") || type.isEmpty());
  }

  /** Whether some of the texts that hold its numbers are none, such as N/A. */
  public boolean unclean() {
    return numberAsText() && !column.profile().max().matches("[+-]?[\\d.]*");
  }

  @Override
  public String toString() {
    return relation.name() + "." + name();
  }
}
