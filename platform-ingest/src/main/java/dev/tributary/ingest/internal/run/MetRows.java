package dev.tributary.ingest.internal.run;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.StoreEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Notes that a full pass has met rows which it could not store: they are in quarantine, not gone,
 * and their earlier state is not to be marked as deleted.
 */
final class MetRows {
  private final StoreEngine engine;

  MetRows(StoreEngine engine) {
    this.engine = engine;
  }

  void note(
      Connection connection,
      Dataset dataset,
      String sourceId,
      long generation,
      List<MappedBatch.Refusal> refusals)
      throws SQLException {
    KeyBinding binding = new KeyBinding(engine, dataset);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + binding.table()
                + " SET _pass = ? WHERE source_id = ?"
                + binding.condition())) {
      for (MappedBatch.Refusal refusal : refusals) {
        if (refusal.key() != null) {
          update.setLong(1, generation);
          update.setString(2, sourceId);
          binding.bind(update, 3, refusal.key());
          update.executeUpdate();
        }
      }
    }
  }
}
