package dev.tributary.connector.jdbc.internal.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table or view as the catalog describes it.
 *
 * @param schema its schema, empty where the engine has none
 * @param name its name
 * @param columns its columns in order
 * @param unique its unique indexes, the primary key first if there is one
 */
public record Table(
    String schema, String name, List<TableColumn> columns, List<UniqueIndex> unique) {

  /**
   * Finds a column.
   *
   * @param column its name, as the catalog spells it
   * @return the column, if there is one
   */
  public Optional<TableColumn> column(String column) {
    return columns.stream().filter(found -> found.name().equals(column)).findFirst();
  }

  /**
   * The columns of the primary key.
   *
   * @return their names, none when there is no primary key
   */
  public List<String> primaryKey() {
    return unique.stream()
        .filter(UniqueIndex::primary)
        .findFirst()
        .map(UniqueIndex::columns)
        .orElse(List.of());
  }

  /**
   * Columns that give every row a place of its own: those of the primary key, else of the smallest
   * unique index over columns that are never null.
   *
   * @param comparable tells whether values of a column can be handed back and compare as before
   * @return the columns, none when nothing of the kind is declared
   */
  public List<TableColumn> orderingKey(Predicate<TableColumn> comparable) {
    return unique.stream()
        .filter(index -> index.primary() || resolve(index).noneMatch(TableColumn::nullable))
        .filter(index -> resolve(index).allMatch(comparable))
        .min(Comparator.comparingInt(index -> index.primary() ? 0 : index.columns().size()))
        .map(index -> resolve(index).toList())
        .orElse(List.of());
  }

  private Stream<TableColumn> resolve(UniqueIndex index) {
    return index.columns().stream().map(name -> column(name).orElseThrow());
  }
}
