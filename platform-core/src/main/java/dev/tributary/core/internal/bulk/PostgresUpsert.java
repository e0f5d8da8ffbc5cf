package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.text.UtcText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * PostgreSQL's upsert: COPY into a staging table of the session, and one statement from there. The
 * staging table outlives the transaction, empty, so that the catalog does not grow batch by batch.
 */
public final class PostgresUpsert implements BulkUpsert {
  private static final int PIECE_BYTES = 1 << 16;

  private final Connection connection;
  private final Dataset dataset;
  private final Dialect dialect;
  private final Origin origin;
  private final UpsertSql sql;
  private final ColumnType[] types;
  private final String stage;
  private final CopyText text = new CopyText();
  private boolean staged;

  /**
   * Makes an upsert.
   *
   * @param connection the transaction's connection
   * @param dataset the dataset
   * @param dialect the engine's SQL
   * @param origin where the rows come from
   */
  public PostgresUpsert(Connection connection, Dataset dataset, Dialect dialect, Origin origin) {
    this.connection = connection;
    this.dataset = dataset;
    this.dialect = dialect;
    this.origin = origin;
    this.sql = new UpsertSql(dataset, dialect);
    this.types = dataset.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    // Another set of columns is another table, so that a widened dataset gets a wider stage.
    this.stage =
        dialect.quote(
            "stage_" + dataset.name() + "_" + Integer.toHexString(stageColumns().hashCode()));
  }

  @Override
  public long write(List<@Nullable Object[]> rows) throws SQLException {
    prepareStage();
    copy(rows);
    long stored = upsert();
    if (origin.generation() != null && stored < rows.size()) {
      markPass();
    }
    return stored;
  }

  @Override
  public void close() {
    // The stage empties itself when the transaction ends.
  }

  private void prepareStage() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          staged
              ? "TRUNCATE " + stage
              : "CREATE TEMP TABLE IF NOT EXISTS "
                  + stage
                  + " ("
                  + stageColumns()
                  + ") ON COMMIT DELETE ROWS");
    }
    staged = true;
  }

  private String stageColumns() {
    return dataset.columns().stream()
        .map(column -> dialect.quote(column.name()) + " " + dialect.type(dataset, column))
        .collect(Collectors.joining(", "));
  }

  private void copy(List<@Nullable Object[]> rows) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + stage + " (" + sql.columns() + ") FROM STDIN");
    try {
      for (@Nullable Object[] row : rows) {
        text.row(types, row);
        if (text.length() >= PIECE_BYTES) {
          send(copy);
        }
      }
      send(copy);
      copy.endCopy();
    } finally {
      text.clear();
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void send(CopyIn copy) throws SQLException {
    copy.writeToCopy(text.bytes(), 0, text.length());
    text.clear();
  }

  private long upsert() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(upsertSql())) {
      statement.setString(1, origin.sourceId());
      statement.setString(2, origin.dataCenterId());
      statement.setString(3, origin.runId());
      statement.setString(4, UtcText.of(origin.at()));
      statement.setString(5, UtcText.of(origin.at()));
      if (origin.generation() == null) {
        statement.setNull(6, Types.BIGINT);
      } else {
        statement.setLong(6, origin.generation());
      }
      return statement.executeUpdate();
    }
  }

  private String upsertSql() {
    String values =
        UpsertSql.each(sql.valueNames(), name -> name + " = excluded." + name + ", ", "");
    String differs =
        UpsertSql.each(
            sql.valueNames(),
            name -> "t." + name + " IS DISTINCT FROM excluded." + name + " OR ",
            "");
    return "INSERT INTO "
        + sql.table()
        + " AS t ("
        + sql.insertColumns()
        + ") SELECT ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?::bigint, "
        + sql.columns()
        + " FROM "
        + stage
        + " ON CONFLICT ("
        + sql.key()
        + ") DO UPDATE SET "
        + values
        + "data_center_id = excluded.data_center_id, run_id = excluded.run_id,"
        + " changed_at = excluded.changed_at, deleted_at = NULL,"
        + " _pass = COALESCE(excluded._pass, t._pass) WHERE "
        + differs
        + "t.deleted_at IS NOT NULL OR t.data_center_id <> excluded.data_center_id";
  }

  /** Without statistics of the stage the planner would read the whole table. */
  private void markPass() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE " + stage);
    }
    String same =
        sql.keyNames().map(name -> " AND t." + name + " = s." + name).collect(Collectors.joining());
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + sql.table()
                + " AS t SET _pass = ? FROM "
                + stage
                + " AS s WHERE t.source_id = ?"
                + same
                + " AND t._pass IS DISTINCT FROM ?")) {
      long generation = java.util.Objects.requireNonNull(origin.generation());
      update.setLong(1, generation);
      update.setString(2, origin.sourceId());
      update.setLong(3, generation);
      update.executeUpdate();
    }
  }
}
