package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.text.UtcText;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The upsert of MariaDB and MySQL: rows go to a temporary table, then one statement changes those
 * that differ and one inserts those that are new. {@code ON DUPLICATE KEY UPDATE} would do both,
 * and could not tell how many of each there were.
 */
public final class MysqlUpsert implements BulkUpsert {
  private static final int CHUNK = 256;
  private static final int MOST_DECIMALS = 10;

  private final Connection connection;
  private final Dataset dataset;
  private final Dialect dialect;
  private final Origin origin;
  private final UpsertSql sql;
  private final ColumnType[] types;
  private final String stage;
  private boolean staged;

  /**
   * Makes an upsert.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param dialect the engine's SQL
   * @param origin where the rows come from
   */
  public MysqlUpsert(Connection connection, Dataset dataset, Dialect dialect, Origin origin) {
    this.connection = connection;
    this.dataset = dataset;
    this.dialect = dialect;
    this.origin = origin;
    this.sql = new UpsertSql(dataset, dialect);
    this.types = dataset.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.stage = dialect.quote("stage_" + dataset.name());
  }

  @Override
  public long write(List<@Nullable Object[]> rows) throws SQLException {
    prepareStage();
    for (int from = 0; from < rows.size(); from += CHUNK) {
      load(rows.subList(from, Math.min(rows.size(), from + CHUNK)));
    }
    long stored = update() + insert();
    if (origin.generation() != null && stored < rows.size()) {
      markPass();
    }
    return stored;
  }

  @Override
  public void close() throws SQLException {
    if (staged) {
      execute("DROP TEMPORARY TABLE IF EXISTS " + stage);
    }
  }

  private void prepareStage() throws SQLException {
    if (staged) {
      execute("DELETE FROM " + stage);
      return;
    }
    String columns =
        dataset.columns().stream()
            .map(column -> dialect.quote(column.name()) + " " + dialect.type(dataset, column))
            .collect(Collectors.joining(", "));
    // A transaction that broke off may have left its stage behind in the session.
    execute("DROP TEMPORARY TABLE IF EXISTS " + stage);
    execute("CREATE TEMPORARY TABLE " + stage + " (" + columns + ")" + dialect.tableSuffix());
    staged = true;
  }

  private void load(List<@Nullable Object[]> rows) throws SQLException {
    String row =
        IntStream.range(0, types.length)
            .mapToObj(column -> "?")
            .collect(Collectors.joining(", ", "(", ")"));
    String values =
        IntStream.range(0, rows.size()).mapToObj(index -> row).collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + stage + " (" + sql.columns() + ") VALUES " + values)) {
      int parameter = 1;
      for (@Nullable Object[] each : rows) {
        for (int column = 0; column < types.length; column++) {
          bind(insert, parameter++, types[column], each[column]);
        }
      }
      insert.executeUpdate();
    }
  }

  private static void bind(
      PreparedStatement statement, int parameter, ColumnType type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(parameter, Types.NULL);
      return;
    }
    switch (type) {
      case TEXT -> statement.setString(parameter, (String) value);
      case INTEGER -> statement.setLong(parameter, (Long) value);
      case DECIMAL -> statement.setBigDecimal(parameter, exact((BigDecimal) value));
      case DOUBLE -> statement.setDouble(parameter, finite((Double) value));
      case BOOLEAN -> statement.setInt(parameter, (Boolean) value ? 1 : 0);
      case DATE -> statement.setString(parameter, value.toString());
      case TIMESTAMP -> statement.setString(parameter, UtcText.sql((Instant) value));
    }
  }

  /** The engine would round without a word. */
  private static BigDecimal exact(BigDecimal value) {
    if (value.scale() > MOST_DECIMALS && value.stripTrailingZeros().scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "MariaDB keeps " + MOST_DECIMALS + " decimals, " + value + " has more");
    }
    return value;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " cannot be stored; leave the value empty");
    }
    return value;
  }

  private long update() throws SQLException {
    String values =
        UpsertSql.each(sql.valueNames(), name -> "t." + name + " = s." + name + ", ", "");
    String differs =
        UpsertSql.each(sql.valueNames(), name -> "NOT (t." + name + " <=> s." + name + ") OR ", "");
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + stage
                + " s STRAIGHT_JOIN "
                + sql.table()
                + " t ON "
                + sameKey()
                + " SET "
                + values
                + "t.data_center_id = ?, t.run_id = ?, t.changed_at = ?, t.deleted_at = NULL,"
                + " t._pass = COALESCE(?, t._pass) WHERE "
                + differs
                + "t.deleted_at IS NOT NULL OR t.data_center_id <> ?")) {
      update.setString(1, origin.sourceId());
      update.setString(2, origin.dataCenterId());
      update.setString(3, origin.runId());
      update.setString(4, UtcText.sql(origin.at()));
      bindPass(update, 5);
      update.setString(6, origin.dataCenterId());
      return update.executeUpdate();
    }
  }

  private long insert() throws SQLException {
    String columns =
        UpsertSql.each(
            dataset.columns().stream().map(Column::name), name -> "s." + dialect.quote(name), ", ");
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + sql.table()
                + " ("
                + sql.insertColumns()
                + ") SELECT ?, ?, ?, ?, ?, ?, "
                + columns
                + " FROM "
                + stage
                + " s LEFT JOIN "
                + sql.table()
                + " t ON "
                + sameKey()
                + " WHERE t.source_id IS NULL")) {
      insert.setString(1, origin.sourceId());
      insert.setString(2, origin.dataCenterId());
      insert.setString(3, origin.runId());
      insert.setString(4, UtcText.sql(origin.at()));
      insert.setString(5, UtcText.sql(origin.at()));
      bindPass(insert, 6);
      insert.setString(7, origin.sourceId());
      return insert.executeUpdate();
    }
  }

  private void markPass() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + stage
                + " s STRAIGHT_JOIN "
                + sql.table()
                + " t ON "
                + sameKey()
                + " SET t._pass = ? WHERE NOT (t._pass <=> ?)")) {
      update.setString(1, origin.sourceId());
      bindPass(update, 2);
      bindPass(update, 3);
      update.executeUpdate();
    }
  }

  private String sameKey() {
    return "t.source_id = ?"
        + sql.keyNames()
            .map(name -> " AND t." + name + " = s." + name)
            .collect(Collectors.joining());
  }

  private void bindPass(PreparedStatement statement, int parameter) throws SQLException {
    if (origin.generation() == null) {
      statement.setNull(parameter, Types.BIGINT);
    } else {
      statement.setLong(parameter, Objects.requireNonNull(origin.generation()));
    }
  }

  private void execute(String statementSql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statementSql);
    }
  }
}
