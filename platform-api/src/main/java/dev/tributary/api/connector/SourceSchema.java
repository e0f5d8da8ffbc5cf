package dev.tributary.api.connector;

import dev.tributary.api.dataset.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The columns of a stream and the key that the source declares for it. Immutable. */
public final class SourceSchema {
  private final List<SourceColumn> columns;
  private final List<String> key;
  private final Map<String, Integer> indexes = new HashMap<>();

  private SourceSchema(List<SourceColumn> columns, List<String> key) {
    this.columns = List.copyOf(columns);
    this.key = List.copyOf(key);
    for (int index = 0; index < this.columns.size(); index++) {
      indexes.putIfAbsent(this.columns.get(index).name(), index);
    }
  }

  /**
   * Makes a schema.
   *
   * @param columns the columns in the order of the rows' values
   * @param key the names of the key's columns, none when the source declares no key
   * @return the schema
   */
  public static SourceSchema of(List<SourceColumn> columns, List<String> key) {
    return new SourceSchema(columns, key);
  }

  /**
   * Makes a schema of texts without a key, as files have.
   *
   * @param names the columns' names
   * @return the schema
   */
  public static SourceSchema ofTexts(List<String> names) {
    return of(
        names.stream().map(name -> new SourceColumn(name, ColumnType.TEXT)).toList(), List.of());
  }

  /**
   * The columns.
   *
   * @return the columns in the order of the rows' values
   */
  public List<SourceColumn> columns() {
    return columns;
  }

  /**
   * The key that the source declares.
   *
   * @return the names of its columns, none when it declares no key
   */
  public List<String> key() {
    return key;
  }

  /**
   * Finds a column. Where two have the same name it is the first.
   *
   * @param name a column's name
   * @return its index, or -1
   */
  public int indexOf(String name) {
    return indexes.getOrDefault(name, -1);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof SourceSchema that
            && columns.equals(that.columns)
            && key.equals(that.key));
  }

  @Override
  public int hashCode() {
    return Objects.hash(columns, key);
  }

  @Override
  public String toString() {
    return columns + " key " + key;
  }
}
