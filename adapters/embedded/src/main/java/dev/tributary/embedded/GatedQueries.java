package dev.tributary.embedded;

import dev.tributary.api.alert.QueryRunner;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.core.CentralStore;
import dev.tributary.nl2sql.SqlDialect;
import dev.tributary.nl2sql.SqlGate;
import dev.tributary.nl2sql.Verdict;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Answers the questions of rules from the central store. What runs has passed the gate, on a
 * connection on which the engine refuses to write, and is cancelled when its time is over.
 */
final class GatedQueries implements QueryRunner {
  private final CentralStore store;
  private final SqlGate gate;

  GatedQueries(CentralStore store) {
    this.store = store;
    this.gate =
        SqlGate.builder(
                switch (store.engine()) {
                  case SQLITE -> SqlDialect.SQLITE;
                  case POSTGRESQL -> SqlDialect.POSTGRESQL;
                  case MYSQL -> SqlDialect.MYSQL;
                })
            .build();
  }

  @Override
  public List<Map<String, Object>> run(String sql, Duration timeout, int mostRows) {
    String checked = checked(sql);
    return store.<List<Map<String, Object>>, RuntimeException>read(
        connection -> run(connection, checked, timeout, mostRows));
  }

  private String checked(String sql) {
    return switch (gate.check(sql)) {
      case Verdict.Allowed allowed -> allowed.sql();
      case Verdict.Rejected rejected ->
          throw new PlatformException(
              PlatformError.INVALID_REQUEST,
              "the query is refused: "
                  + rejected.violations().getFirst().what()
                  + "; "
                  + rejected.violations().getFirst().remedy());
    };
  }

  private static List<Map<String, Object>> run(
      Connection connection, String sql, Duration timeout, int mostRows) throws SQLException {
    CountDownLatch done = new CountDownLatch(1);
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(mostRows);
      Thread.ofVirtual()
          .name("tributary-query-limit")
          .start(() -> cancelAfter(statement, timeout, done));
      try (ResultSet rows = statement.executeQuery(sql)) {
        return rows(rows);
      } finally {
        done.countDown();
      }
    }
  }

  private static void cancelAfter(Statement statement, Duration timeout, CountDownLatch done) {
    try {
      if (!done.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        statement.cancel();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (SQLException ended) {
      // It has come to its end by itself, so that there is nothing to cancel.
    }
  }

  private static List<Map<String, Object>> rows(ResultSet rows) throws SQLException {
    List<Map<String, Object>> all = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 1; column <= columns; column++) {
        Object value = rows.getObject(column);
        if (value != null) {
          row.put(rows.getMetaData().getColumnLabel(column), value);
        }
      }
      all.add(row);
    }
    return all;
  }
}
