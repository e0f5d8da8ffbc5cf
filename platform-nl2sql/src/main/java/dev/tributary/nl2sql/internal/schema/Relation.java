package dev.tributary.nl2sql.internal.schema;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.words.Identifiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table. Two are the same only if they are the same object. */
public final class Relation {
  private final DataTable table;
  private final List<String> words;
  private final List<Attribute> attributes = new ArrayList<>();
  private final Relation base;

  Relation(DataTable table, List<String> words) {
    this.table = table;
    this.words = List.copyOf(words);
    this.base = this;
    List<List<String>> names =
        table.columns().stream().map(column -> Identifiers.words(column.name())).toList();
    int prefix = Identifiers.commonPrefix(names);
    for (int i = 0; i < names.size(); i++) {
      DataColumn column = table.columns().get(i);
      List<String> name = names.get(i);
      boolean key = table.primaryKey().equals(List.of(column.name())) || looksLikeKey(i, column);
      boolean reference =
          table.foreignKeys().stream().anyMatch(each -> each.columns().contains(column.name()));
      attributes.add(
          new Attribute(this, column, name.subList(prefix, name.size()), key, reference));
    }
  }

  private Relation(Relation base, List<String> words) {
    this.table = base.table;
    this.words = List.copyOf(words);
    this.base = base;
    for (Attribute of : base.attributes) {
      attributes.add(new Attribute(this, of.column(), of.words(), of.key(), of.reference()));
    }
  }

  /** Rows of this table in a part they play, such as the source of flights. */
  Relation as(List<String> part) {
    return new Relation(this, part);
  }

  /** The table whose rows play a part; itself where they play none. */
  public Relation base() {
    return base;
  }

  /** The column that is the same of these rows as another is of those of the table. */
  Attribute same(Attribute other) {
    return attributes.get(other.relation().attributes.indexOf(other));
  }

  /** What SQL may call it beside other rows of the same table. */
  public String alias() {
    return base == this ? name() : String.join("_", words);
  }

  private boolean looksLikeKey(int position, DataColumn column) {
    boolean first = position == 0 && table.columns().stream().noneMatch(this::identifies);
    return table.primaryKey().isEmpty() && (identifies(column) || (first && tellsApart(column)));
  }

  private boolean identifies(DataColumn column) {
    return column.name().toLowerCase(Locale.ROOT).endsWith("id") && tellsApart(column);
  }

  private boolean tellsApart(DataColumn column) {
    return table.rowCount() > 1
        && column.profile().distinct() == table.rowCount()
        && column.profile().nulls() == 0;
  }

  /** What the catalog says of it. */
  public DataTable table() {
    return table;
  }

  /** Its name as SQL writes it. */
  public String name() {
    return table.name();
  }

  /** The words of its name, without what all tables begin with; of the part, where it is one. */
  public List<String> words() {
    return words;
  }

  /** Its columns. */
  public List<Attribute> attributes() {
    return Collections.unmodifiableList(attributes);
  }

  /** Whether it does no more than link rows of others. */
  public boolean links() {
    return attributes.stream().filter(Attribute::reference).count() > 1
        && attributes.stream().allMatch(each -> each.reference() || each.key());
  }

  /** The columns that hold amounts, and no years. */
  public List<Attribute> amounts() {
    return attributes.stream()
        .filter(each -> each.numeric() && !each.key() && !each.reference() && !each.flag())
        .filter(each -> each.words().stream().noneMatch(word -> word.contains("year")))
        .toList();
  }

  /** The column that alone tells its rows apart. */
  public Optional<Attribute> key() {
    return attributes.stream().filter(Attribute::key).findFirst();
  }

  /**
   * A column by its name.
   *
   * @param name the name, in any case
   */
  public Optional<Attribute> attribute(String name) {
    return attributes.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  @Override
  public String toString() {
    return base == this ? name() : String.join(" ", words);
  }
}
