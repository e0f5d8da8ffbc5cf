package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.declare.RuleDeclaration;
import dev.tributary.alerts.internal.declare.RuleText;
import dev.tributary.alerts.internal.fold.Snapshot;
import dev.tributary.alerts.internal.json.Json;
import dev.tributary.alerts.internal.window.PackedRecords;
import dev.tributary.api.window.WindowRecord;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What rules remember. Stateless. */
public final class SnapshotLedger {
  private SnapshotLedger() {}

  /**
   * Reads all snapshots. One of a rule that this version no longer understands is left out.
   *
   * @param connection any connection
   * @return the snapshots by rule
   */
  public static List<Snapshot> all(Connection connection) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_snapshots ORDER BY rule_id")
        .map((row, context) -> {
          long position = row.getLong("position");
          List<WindowRecord> state =
              PackedRecords.unpack(
                  row.getBytes("state"), "the snapshot of rule '" + row.getString("rule_id") + "'");
          var time = Columns.requiredTime(row, "log_time");
          return RuleDeclaration.stored(Json.object(row.getString("declaration")))
              .map(rule -> new Snapshot(rule, position, time, state));
        })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Replaces snapshots.
   *
   * @param connection the connection of a transaction
   * @param snapshots the new ones
   */
  public static void save(Connection connection, Collection<Snapshot> snapshots) {
    if (snapshots.isEmpty()) {
      return;
    }
    drop(connection, snapshots.stream().map(snapshot -> snapshot.rule().id()).toList());
    PreparedBatch insert =
        Jdbi.open(connection)
            .prepareBatch(
                "INSERT INTO alert_snapshots (rule_id, declaration, position, log_time, state)"
                    + " VALUES (:rule, :declaration, :position, :time, :state)");
    for (Snapshot snapshot : snapshots) {
      insert
          .bind("rule", snapshot.rule().id())
          .bind("declaration", Json.text(RuleText.of(snapshot.rule())))
          .bind("position", snapshot.position())
          .bind("time", StoreTime.text(snapshot.time()))
          .bind("state", PackedRecords.pack(snapshot.state()))
          .add();
    }
    insert.execute();
  }

  /**
   * Forgets rules.
   *
   * @param connection the connection of a transaction
   * @param rules their ids
   */
  public static void drop(Connection connection, Collection<String> rules) {
    Handle handle = Jdbi.open(connection);
    PreparedBatch delete = handle.prepareBatch("DELETE FROM alert_snapshots WHERE rule_id = :rule");
    rules.forEach(rule -> delete.bind("rule", rule).add());
    if (!rules.isEmpty()) {
      delete.execute();
    }
  }
}
