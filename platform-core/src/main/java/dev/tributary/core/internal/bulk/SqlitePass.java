package dev.tributary.core.internal.bulk;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers that a full pass met rows that the upsert left alone because nothing had changed. */
final class SqlitePass {
  private final Connection connection;
  private final Dataset dataset;
  private final Dialect dialect;
  private final Origin origin;

  SqlitePass(Connection connection, Dataset dataset, Dialect dialect, Origin origin) {
    this.connection = connection;
    this.dataset = dataset;
    this.dialect = dialect;
    this.origin = origin;
  }

  void mark(List<@Nullable Object[]> rows) throws SQLException {
    List<Column> columns = dataset.columns();
    List<Integer> key =
        dataset.key().stream()
            .map(name -> columns.indexOf(dataset.column(name).orElseThrow()))
            .toList();
    try (PreparedStatement update = connection.prepareStatement(sql())) {
      for (@Nullable Object[] row : rows) {
        update.setLong(1, Objects.requireNonNull(origin.generation()));
        update.setString(2, origin.sourceId());
        int parameter = 3;
        for (int column : key) {
          SqliteUpsert.bind(update, parameter++, columns.get(column).type(), row[column]);
        }
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private String sql() {
    UpsertSql sql = new UpsertSql(dataset, dialect);
    return "UPDATE "
        + sql.table()
        + " SET "
        + UpsertSql.PASS
        + " = ?1 WHERE source_id = ?2 AND "
        + sql.keyNames().map(name -> name + " = ?").collect(Collectors.joining(" AND "))
        + " AND "
        + UpsertSql.PASS
        + " IS NOT ?1";
  }
}
