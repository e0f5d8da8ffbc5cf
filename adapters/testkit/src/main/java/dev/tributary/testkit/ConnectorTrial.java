package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.dataset.ColumnType;
import java.nio.charset.StandardCharsets;
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

  static void assertFits(SourceBatch batch, SourceRow row) {
    List<SourceColumn> columns = batch.schema().columns();
    assertThat(row.width()).isEqualTo(columns.size());
    for (int index = 0; index < columns.size(); index++) {
      Object value = row.value(index);
      ColumnType type = columns.get(index).type();
      // A source that does not know types calls its columns texts, and gives what it has.
      List<ColumnType> fitting =
          type == ColumnType.TEXT ? List.of(ColumnType.values()) : List.of(ColumnType.TEXT, type);
      assertThat(value == null || fitting.stream().anyMatch(t -> t.javaType().isInstance(value)))
          .as("%s in column %s", value, columns.get(index))
          .isTrue();
    }
  }

  static void assertSmall(Checkpoint checkpoint) {
    assertThat(checkpoint.partition().length()).isLessThanOrEqualTo(512);
    assertThat(checkpoint.state().orElse("").getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(65_536);
  }
}
