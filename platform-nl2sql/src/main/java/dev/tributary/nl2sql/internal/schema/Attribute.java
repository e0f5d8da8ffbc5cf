package dev.tributary.nl2sql.internal.schema;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import java.util.List;

/** A column of a table. Two are the same only if they are the same object. */
public final class Attribute {
  private final Relation relation;
  private final DataColumn column;
  private final List<String> words;
  private final boolean key;
  private final boolean reference;

  Attribute(
      Relation relation, DataColumn column, List<String> words, boolean key, boolean reference) {
    this.relation = relation;
    this.column = column;
    this.words = List.copyOf(words);
    this.key = key;
    this.reference = reference;
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

  /** Whether it alone tells rows apart. */
  public boolean key() {
    return key;
  }

  /** Whether no value occurs twice in it. */
  public boolean unique() {
    long values = relation.table().rowCount() - column.profile().nulls();
    return key || (values > 0 && column.profile().distinct() == values);
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
    return column.kind() == Kind.NUMBER;
  }

  /** Whether its values are days or points in time. */
  public boolean temporal() {
    return column.kind() == Kind.DATE || column.kind() == Kind.TIMESTAMP;
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
