package dev.tributary.ingest.internal.quarantine;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.StoreEngine;
import dev.tributary.core.StoreTime;
import dev.tributary.ingest.internal.run.KeyBinding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Looks up single rows of a dataset. */
final class StoredRows {
  private final StoreEngine engine;
  private final String sql;
  private final KeyBinding binding;
  private final String sourceId;

  StoredRows(StoreEngine engine, Dataset dataset, String sourceId) {
    this.engine = engine;
    this.binding = new KeyBinding(engine, dataset);
    this.sourceId = sourceId;
    this.sql =
        "SELECT changed_at FROM " + binding.table() + " WHERE source_id = ?" + binding.condition();
  }

  boolean changedAfter(Connection connection, @Nullable Object[] key, Instant moment)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, sourceId);
      binding.bind(select, 2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && changed(row).isAfter(moment);
      }
    }
  }

  private Instant changed(ResultSet row) throws SQLException {
    return switch (engine) {
      case SQLITE -> StoreTime.parse(row.getString(1));
      case POSTGRESQL -> row.getObject(1, OffsetDateTime.class).toInstant();
      case MYSQL -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    };
  }
}
