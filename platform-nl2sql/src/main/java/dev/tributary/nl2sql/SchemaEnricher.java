package dev.tributary.nl2sql;

import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.ModelException;
import dev.tributary.nl2sql.internal.model.Enrichment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Has a language model describe tables and columns of which nobody said what they mean, and name
 * them in business terms: {@code cust_nm} becomes "customer name". What people said stands. Put it
 * between what reads a schema and the engine:
 *
 * <pre>{@code
 * SchemaEnricher enricher = SchemaEnricher.of(model, false);
 * Nl2Sql.builder(dialect, connections, () -> enricher.apply(read()));
 * }</pre>
 *
 * <p>A table is described once, as long as its columns stay the same and the enricher lives. If the
 * model cannot be reached, the rest stays as it is until the schema is read again.
 *
 * <p>Thread-safe.
 */
public final class SchemaEnricher implements UnaryOperator<DataSchema> {
  private static final System.Logger LOG = System.getLogger(SchemaEnricher.class.getName());

  private final Enrichment enrichment;
  private final Map<String, DataTable> described = new ConcurrentHashMap<>();

  private SchemaEnricher(Enrichment enrichment) {
    this.enrichment = enrichment;
  }

  /**
   * An enricher.
   *
   * @param model describes
   * @param shareValues whether it may be told stored values
   * @return the enricher
   */
  public static SchemaEnricher of(LanguageModel model, boolean shareValues) {
    return new SchemaEnricher(new Enrichment(Objects.requireNonNull(model, "model"), shareValues));
  }

  /**
   * Describes what nobody described.
   *
   * @param schema tables as they were read
   * @return the same tables, with descriptions and synonyms; its version says that they were added
   */
  @Override
  public DataSchema apply(DataSchema schema) {
    List<DataTable> tables = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    boolean reachable = true;
    for (DataTable table : schema.tables()) {
      DataTable known = described.get(shape(table));
      if (known == null && reachable && Enrichment.lacking(table)) {
        try {
          known = enrichment.of(table);
          described.put(shape(table), known);
        } catch (ModelException unreachable) {
          LOG.log(
              System.Logger.Level.WARNING,
              "tables stay undescribed: {0}",
              unreachable.getMessage());
          reachable = false;
        }
      }
      DataTable worded = known == null ? table : worded(table, known);
      tables.add(worded);
      words(worded, words);
    }
    String version = schema.version() + "/" + Integer.toHexString(words.toString().hashCode());
    return new DataSchema(tables, version, schema.readAt());
  }

  /** The words of the one, the figures of the other. */
  private static DataTable worded(DataTable table, DataTable known) {
    List<DataColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      DataColumn column = table.columns().get(i);
      DataColumn said = known.columns().get(i);
      columns.add(
          new DataColumn(
              column.name(),
              column.kind(),
              column.type(),
              said.description(),
              column.unit(),
              said.synonyms(),
              column.profile()));
    }
    return new DataTable(
        table.name(),
        known.description(),
        known.synonyms(),
        columns,
        table.primaryKey(),
        table.foreignKeys(),
        table.rowCount());
  }

  private static String shape(DataTable table) {
    StringBuilder shape = new StringBuilder(table.name());
    words(table, shape);
    return shape.toString();
  }

  private static void words(DataTable table, StringBuilder words) {
    words.append('\n').append(table.description()).append(table.synonyms());
    for (DataColumn column : table.columns()) {
      words.append('\n').append(column.name()).append(' ').append(column.type());
      words.append(' ').append(column.description()).append(column.synonyms());
    }
  }
}
