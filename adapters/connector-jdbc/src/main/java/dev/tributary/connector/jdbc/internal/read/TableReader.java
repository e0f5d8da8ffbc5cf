package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.connector.jdbc.internal.connection.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out a table's rows batch by batch. The connection is borrowed at the first batch. */
final class TableReader implements BatchReader {
  private final Database database;
  private final String name;
  private final TableOpener opener;
  private final int maxRows;
  private final long maxBytes;
  private @Nullable OpenTable open;
  private @Nullable PassWalk walk;
  private boolean ended;

  TableReader(Database database, String name, TableOpener opener, int maxRows, long maxBytes) {
    this.database = database;
    this.name = name;
    this.opener = opener;
    this.maxRows = maxRows;
    this.maxBytes = maxBytes;
  }

  @Override
  public Optional<SourceBatch> next() {
    if (ended) {
      return Optional.empty();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new ConnectorException(
          ConnectorError.STOPPED, "stopped while reading table '" + name + "'");
    }
    try {
      return read();
    } catch (SQLException failed) {
      ConnectorException failure = database.failure(failed, "read table '" + name + "'");
      end(true);
      throw failure;
    }
  }

  @Override
  public void close() {
    end(false);
  }

  @Override
  public String toString() {
    return "reader of table " + name + " in " + database.place();
  }

  private Optional<SourceBatch> read() throws SQLException {
    OpenTable table = open;
    if (table == null) {
      table = opener.open();
      open = table;
    }
    while (true) {
      if (walk == null) {
        Optional<Pass> pass = table.passes().next(table.lease());
        if (pass.isEmpty()) {
          end(false);
          return Optional.empty();
        }
        walk = new PassWalk(table, pass.get(), maxRows);
      }
      List<SourceRow> rows = collect(walk);
      if (!rows.isEmpty()) {
        return Optional.of(batch(table, rows, walk));
      }
      walk = null;
    }
  }

  private List<SourceRow> collect(PassWalk pass) throws SQLException {
    List<SourceRow> rows = new ArrayList<>();
    long bytes = 0;
    while (rows.size() < maxRows && bytes < maxBytes) {
      SourceRow row = pass.next();
      if (row == null) {
        break;
      }
      rows.add(row);
      bytes += Rows.bytes(row);
    }
    pass.rest();
    return rows;
  }

  private static SourceBatch batch(OpenTable table, List<SourceRow> rows, PassWalk pass) {
    List<Checkpoint> checkpoints =
        pass.checkpoint().map(Checkpoint::whole).map(List::of).orElse(List.of());
    return new SourceBatch(table.schema(), rows, List.of(), checkpoints);
  }

  private void end(boolean broken) {
    ended = true;
    OpenTable table = open;
    if (table == null) {
      return;
    }
    if (walk != null) {
      walk.abandon();
    }
    if (broken) {
      table.lease().discard();
    }
    table.lease().close();
    open = null;
    walk = null;
  }
}
