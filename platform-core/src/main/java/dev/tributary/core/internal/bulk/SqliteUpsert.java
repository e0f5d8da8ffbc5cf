package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.text.UtcText;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * SQLite's upsert: many rows in one prepared statement, because each step into the engine costs
 * more than a further row. The lineage is bound once for all of them.
 */
public final class SqliteUpsert implements BulkUpsert {
  /** Values in one statement; far below the engine's limit of 32766, and measured fastest. */
  private static final int VALUES = 768;

  private static final int LINEAGE_VALUES = 5;

  private final Connection connection;
  private final Dataset dataset;
  private final Dialect dialect;
  private final Origin origin;
  private final ColumnType[] types;
  private final int chunk;
  private @Nullable PreparedStatement full;

  /**
   * Makes an upsert.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param dialect the engine's SQL
   * @param origin where the rows come from
   */
  public SqliteUpsert(Connection connection, Dataset dataset, Dialect dialect, Origin origin) {
    this.connection = connection;
    this.dataset = dataset;
    this.dialect = dialect;
    this.origin = origin;
    this.types = dataset.columns().stream().map(column -> column.type()).toArray(ColumnType[]::new);
    this.chunk = Math.max(1, VALUES / types.length);
  }

  @Override
  public long write(List<@Nullable Object[]> rows) throws SQLException {
    long stored = 0;
    int from = 0;
    while (rows.size() - from >= chunk) {
      stored += store(fullStatement(), rows.subList(from, from + chunk));
      from += chunk;
    }
    if (from < rows.size()) {
      List<@Nullable Object[]> rest = rows.subList(from, rows.size());
      try (PreparedStatement statement = prepare(rest.size())) {
        stored += store(statement, rest);
      }
    }
    return stored;
  }

  @Override
  public void close() throws SQLException {
    if (full != null) {
      full.close();
    }
  }

  private PreparedStatement fullStatement() throws SQLException {
    if (full == null) {
      full = prepare(chunk);
    }
    return full;
  }

  private PreparedStatement prepare(int rows) throws SQLException {
    return connection.prepareStatement(sql(rows));
  }

  private long store(PreparedStatement statement, List<@Nullable Object[]> rows)
      throws SQLException {
    bindLineage(statement);
    int parameter = LINEAGE_VALUES + 1;
    for (@Nullable Object[] row : rows) {
      for (int column = 0; column < types.length; column++) {
        bind(statement, parameter++, types[column], row[column]);
      }
    }
    int stored = statement.executeUpdate();
    if (origin.generation() != null && stored < rows.size()) {
      new SqlitePass(connection, dataset, dialect, origin).mark(rows);
    }
    return stored;
  }

  private void bindLineage(PreparedStatement statement) throws SQLException {
    statement.setString(1, origin.sourceId());
    statement.setString(2, origin.dataCenterId());
    statement.setString(3, origin.runId());
    statement.setString(4, UtcText.of(origin.at()));
    if (origin.generation() == null) {
      statement.setNull(5, Types.BIGINT);
    } else {
      statement.setLong(5, origin.generation());
    }
  }

  static void bind(
      PreparedStatement statement, int parameter, ColumnType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(parameter, Types.NULL);
      return;
    }
    switch (type) {
      case TEXT -> statement.setString(parameter, (String) value);
      case INTEGER -> statement.setLong(parameter, (Long) value);
      case DECIMAL -> bindDecimal(statement, parameter, (BigDecimal) value);
      case DOUBLE -> statement.setDouble(parameter, finite((Double) value));
      case BOOLEAN -> statement.setInt(parameter, (Boolean) value ? 1 : 0);
      case DATE -> statement.setString(parameter, value.toString());
      case TIMESTAMP -> statement.setString(parameter, UtcText.of((Instant) value));
    }
  }

  /** SQLite would store NaN as null. */
  private static double finite(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("NaN cannot be stored; leave the value empty");
    }
    return value;
  }

  private static void bindDecimal(PreparedStatement statement, int parameter, BigDecimal value)
      throws SQLException {
    double binary = value.doubleValue();
    if (value.precision() > 15 && new BigDecimal(Double.toString(binary)).compareTo(value) != 0) {
      statement.setLong(parameter, whole(value));
    } else {
      statement.setDouble(parameter, binary);
    }
  }

  private static long whole(BigDecimal value) {
    try {
      return value.longValueExact();
    } catch (ArithmeticException lossy) {
      throw new IllegalArgumentException(
          "SQLite keeps 15 significant digits, " + value + " has more", lossy);
    }
  }

  private String sql(int rows) {
    UpsertSql sql = new UpsertSql(dataset, dialect);
    String table = sql.table();
    String differs =
        UpsertSql.each(
            sql.valueNames(), name -> table + "." + name + " IS NOT excluded." + name + " OR ", "");
    String values =
        UpsertSql.each(sql.valueNames(), name -> name + " = excluded." + name + ", ", "");
    return "INSERT INTO "
        + table
        + " ("
        + sql.insertColumns()
        + ") VALUES "
        + IntStream.range(0, rows).mapToObj(this::row).collect(Collectors.joining(", "))
        + " ON CONFLICT ("
        + sql.key()
        + ") DO UPDATE SET "
        + values
        + "data_center_id = excluded.data_center_id, run_id = excluded.run_id,"
        + " changed_at = excluded.changed_at, deleted_at = NULL, "
        + UpsertSql.PASS
        + " = COALESCE(excluded."
        + UpsertSql.PASS
        + ", "
        + table
        + "."
        + UpsertSql.PASS
        + ") WHERE "
        + differs
        + table
        + ".deleted_at IS NOT NULL OR "
        + table
        + ".data_center_id <> excluded.data_center_id";
  }

  private String row(int index) {
    int first = LINEAGE_VALUES + 1 + index * types.length;
    return IntStream.range(first, first + types.length)
        .mapToObj(parameter -> "?" + parameter)
        .collect(Collectors.joining(", ", "(?1, ?2, ?3, ?4, ?4, ?5, ", ")"));
  }
}
