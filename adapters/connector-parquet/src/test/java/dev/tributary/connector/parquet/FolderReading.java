package dev.tributary.connector.parquet;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.testkit.TestConnectorContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a folder gives when it is read once. */
record FolderReading(List<String> columns, List<List<Object>> rows, List<SourceFault> faults) {

  static FolderReading of(Path folder, String maxMemory) {
    Map<String, Object> settings =
        Map.of("folder", folder.toString(), "settle", "0s", "max_memory", maxMemory);
    ReadRequest request =
        new ReadRequest("files", ReadMode.INCREMENTAL, Checkpoints.none(), 2, 1 << 20);
    List<String> columns = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    try (SourceConnector connector =
            new ParquetConnectorFactory().open(TestConnectorContext.of(settings));
        BatchReader reader = connector.read(request)) {
      for (Optional<SourceBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
        columns.clear();
        batch
            .get()
            .schema()
            .columns()
            .forEach(column -> columns.add(column.name() + " " + column.type()));
        batch.get().rows().forEach(row -> rows.add(values(row)));
      }
      return new FolderReading(columns, rows, reader.faults());
    }
  }

  private static List<Object> values(SourceRow row) {
    List<Object> values = new ArrayList<>();
    for (int index = 0; index < row.width(); index++) {
      values.add(row.value(index));
    }
    return values;
  }
}
