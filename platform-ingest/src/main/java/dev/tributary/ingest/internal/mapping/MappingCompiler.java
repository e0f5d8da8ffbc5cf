package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.NearestName;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.MappingConfig;
import dev.tributary.ingest.config.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles a mapping for the shapes its source comes in. Thread-safe. */
public final class MappingCompiler {
  private static final FieldMapping PLAIN = FieldMapping.builder().build();

  private final MappingConfig mapping;
  private final Dataset dataset;
  private final Dataset declared;

  /**
   * Makes a compiler.
   *
   * @param mapping the rules
   * @param dataset the dataset as its table is
   * @param declared the dataset as the configuration declares it; columns that the table has
   *     besides came from the source and are always matched by name
   */
  public MappingCompiler(MappingConfig mapping, Dataset dataset, Dataset declared) {
    this.mapping = mapping;
    this.dataset = dataset;
    this.declared = declared;
  }

  /**
   * Finds what is wrong with a mapping before any row is seen.
   *
   * @param mapping the rules
   * @param dataset the dataset they are for
   * @return the faults, none if all is well
   */
  public static List<MappingFault> check(MappingConfig mapping, Dataset dataset) {
    List<MappingFault> faults = new ArrayList<>();
    List<String> names = dataset.columns().stream().map(Column::name).toList();
    mapping
        .fields()
        .forEach((name, field) -> {
          Column column = dataset.column(name).orElse(null);
          if (column == null) {
            faults.add(
                new MappingFault(
                    name,
                    "",
                    "is no column of dataset '" + dataset.name() + "'",
                    NearestName.of(name, names)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("its columns: " + String.join(", ", names))));
            return;
          }
          try {
            checkRule(column, dataset.key().contains(name), field);
          } catch (InvalidRule invalid) {
            faults.add(new MappingFault(name, invalid.key(), invalid.problem(), invalid.remedy()));
          }
        });
    return faults;
  }

  /**
   * Compiles for one shape.
   *
   * @param schema the source's columns
   * @return a mapper for rows of that shape
   */
  public RowMapper compile(SourceSchema schema) {
    SourceNames names = new SourceNames(schema);
    boolean[] used = new boolean[schema.columns().size()];
    List<ColumnMapper> columns = new ArrayList<>();
    Map<String, String> origins = new LinkedHashMap<>();
    for (Column column : dataset.columns()) {
      CompiledOrigin origin = origin(column, names, used);
      origins.put(column.name(), origin.words());
      columns.add(columnMapper(column, origin));
    }
    return new RowMapper(columns, origins, unused(schema, used), schema.columns().size());
  }

  private ColumnMapper columnMapper(Column column, CompiledOrigin origin) {
    FieldMapping field = mapping.fields().getOrDefault(column.name(), PLAIN);
    boolean inKey = dataset.key().contains(column.name());
    ColumnRule rule = ColumnRule.of(column, inKey, field);
    boolean required = column.required() || inKey || field.required();
    return new ColumnMapper(
        column.name(), origin.source(), origin.words(), rule.steps(), rule.fallback(), required);
  }

  private CompiledOrigin origin(Column column, SourceNames names, boolean[] used) {
    FieldMapping field = mapping.fields().get(column.name());
    if (field == null) {
      boolean match = mapping.matchUnmapped() || declared.column(column.name()).isEmpty();
      return match
          ? CompiledOrigin.sameName(column.name(), names, used)
          : new CompiledOrigin(CellSources.nothing(), "nothing: not mapped");
    }
    return field.origin() instanceof Origin.SameName
        ? CompiledOrigin.sameName(column.name(), names, used)
        : CompiledOrigin.of(field.origin(), names, used);
  }

  private static void checkRule(Column column, boolean inKey, FieldMapping field) {
    ColumnRule rule = ColumnRule.of(column, inKey, field);
    switch (field.origin()) {
      case Origin.Concat concat -> {
        try {
          ConcatTemplate.parse(concat.template());
        } catch (IllegalArgumentException invalid) {
          throw new InvalidRule(
              "concat",
              "is '" + concat.template() + "': " + invalid.getMessage(),
              "write column names in braces, such as {first} {last}");
        }
      }
      case Origin.Constant constant -> {
        Object value = ColumnRule.widened(constant.value());
        for (CellStep step : rule.steps()) {
          value = value == null ? null : step.apply(value);
          if (value instanceof Misfit misfit) {
            throw new InvalidRule(
                "constant",
                "'" + constant.value() + "' " + misfit.problem(),
                "write a value of type " + column.type());
          }
        }
      }
      case Origin.KeyOf key when key.columns().isEmpty() ->
          throw new InvalidRule("key", "names no columns", "list columns of the source");
      case Origin.KeyOf key -> {}
      case Origin.SameName same -> {}
      case Origin.FromColumn from -> {}
      case Origin.Position position -> {}
    }
  }

  private static List<String> unused(SourceSchema schema, boolean[] used) {
    List<String> unused = new ArrayList<>();
    List<SourceColumn> columns = schema.columns();
    for (int index = 0; index < used.length; index++) {
      if (!used[index]) {
        unused.add(columns.get(index).name());
      }
    }
    return unused;
  }
}
