package dev.tributary.testkit;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorFactory;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourceRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of files gives when it is read once, from the beginning, in batches of two rows.
 *
 * @param columns names and types of the last batch, such as {@code id INTEGER}
 * @param rows their values
 * @param rejected what was not read as a row
 * @param faults what could not be read
 */
public record FolderReading(
    List<String> columns,
    List<List<@Nullable Object>> rows,
    List<RejectedRow> rejected,
    List<SourceFault> faults) {
  private static final int ROWS = 2;

  /**
   * Reads a folder whose files count as settled.
   *
   * @param factory makes the connector
   * @param folder the folder
   * @param settings further settings
   * @return what it gives
   */
  public static FolderReading of(
      ConnectorFactory factory, Path folder, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("folder", folder.toString());
    all.put("settle", "0s");
    ReadRequest request =
        new ReadRequest(
            "files", ReadMode.INCREMENTAL, Checkpoints.none(), ROWS, ReadRequest.DEFAULT_BYTES);
    List<String> columns = new ArrayList<>();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    try (SourceConnector connector = factory.open(TestConnectorContext.of(all));
        BatchReader reader = connector.read(request)) {
      for (Optional<SourceBatch> next = reader.next(); next.isPresent(); next = reader.next()) {
        SourceBatch batch = next.get();
        columns.clear();
        batch
            .schema()
            .columns()
            .forEach(column -> columns.add(column.name() + " " + column.type()));
        batch.rows().forEach(row -> rows.add(values(row)));
        rejected.addAll(batch.rejected());
      }
      return new FolderReading(columns, rows, rejected, reader.faults());
    }
  }

  private static List<@Nullable Object> values(SourceRow row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int index = 0; index < row.width(); index++) {
      values.add(row.value(index));
    }
    return values;
  }
}
