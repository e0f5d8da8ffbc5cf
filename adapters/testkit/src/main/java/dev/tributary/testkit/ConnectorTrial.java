package dev.tributary.testkit;

import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A source that is filled and read anew for each test. */
abstract class ConnectorTrial {
  static final int ROWS = 23;
  static final int PAGE = 5;

  ConnectorFixture source;
  SourceConnector connector;

  ConnectorTrial() {}

  /** Makes a live source without rows. */
  protected abstract ConnectorFixture fixture() throws Exception;

  @BeforeEach
  final void openConnector() throws Exception {
    source = fixture();
    connector = open(source.settings());
  }

  @AfterEach
  final void closeConnector() throws Exception {
    if (connector != null) {
      connector.close();
    }
    if (source != null) {
      source.close();
    }
  }

  final SourceConnector open(Map<String, Object> settings) {
    return source
        .factory()
        .open(TestConnectorContext.builder().settings(settings).secrets(source.secrets()).build());
  }

  final void eachMode(Consumer<ReadMode> work) {
    source.modes().forEach(work);
  }

  final Reading read(ReadMode mode, Checkpoints from, int maxRows) {
    return Reading.whole(connector, Reading.request(source.stream(), mode, from, maxRows));
  }

  final List<Long> ids(Reading reading) {
    return ids(reading, 0);
  }

  final List<Long> ids(Reading reading, int fromBatch) {
    return reading.batches().subList(fromBatch, reading.batches().size()).stream()
        .flatMap(batch -> batch.rows().stream().map(row -> source.idOf(batch.schema(), row)))
        .toList();
  }

  final Map<Long, String> positions(Reading reading) {
    Map<Long, String> positions = new HashMap<>();
    for (SourceBatch batch : reading.batches()) {
      batch
          .rows()
          .forEach(
              row -> positions.put(source.idOf(batch.schema(), row), row.position().toString()));
    }
    return positions;
  }

  static List<Long> range(long first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }
}
