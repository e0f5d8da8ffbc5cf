package dev.tributary.ingest.internal.mapping;

import dev.tributary.ingest.config.Origin;
import java.util.List;

/**
 * An origin bound to the columns of one shape.
 *
 * @param source takes the value
 * @param words the origin in words
 */
record CompiledOrigin(CellSource source, String words) {

  static CompiledOrigin sameName(String column, SourceNames names, boolean[] used) {
    int index = names.find(column);
    if (index < 0) {
      return new CompiledOrigin(
          CellSources.nothing(), "nothing: the source has no column like '" + column + "'");
    }
    return fromIndex(index, names.nameAt(index), used);
  }

  static CompiledOrigin of(Origin origin, SourceNames names, boolean[] used) {
    return switch (origin) {
      case Origin.SameName same ->
          throw new IllegalArgumentException("a column of the same name needs its name");
      case Origin.FromColumn from -> {
        int index = names.find(from.column());
        yield index < 0
            ? new CompiledOrigin(
                CellSources.nothing(), "'" + from.column() + "', which the source does not have")
            : fromIndex(index, names.nameAt(index), used);
      }
      case Origin.Constant constant ->
          new CompiledOrigin(
              CellSources.constant(ColumnRule.widened(constant.value())),
              "the constant '" + constant.value() + "'");
      case Origin.Concat concat -> {
        ConcatTemplate template = ConcatTemplate.parse(concat.template());
        yield new CompiledOrigin(
            CellSources.concat(template.literals(), indexes(template.columns(), names, used)),
            "'" + concat.template() + "'");
      }
      case Origin.KeyOf key ->
          new CompiledOrigin(
              CellSources.keyOf(indexes(key.columns(), names, used)),
              "a key made of " + String.join(", ", key.columns()));
      case Origin.Position position -> new CompiledOrigin(CellSources.position(), "the position");
    };
  }

  private static CompiledOrigin fromIndex(int index, String name, boolean[] used) {
    used[index] = true;
    return new CompiledOrigin(CellSources.column(index), "'" + name + "'");
  }

  private static int[] indexes(List<String> columns, SourceNames names, boolean[] used) {
    int[] indexes = columns.stream().mapToInt(names::find).toArray();
    for (int index : indexes) {
      if (index >= 0) {
        used[index] = true;
      }
    }
    return indexes;
  }
}
