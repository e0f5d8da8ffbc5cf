package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceSchema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FakeSourceTest {
  private final FakeSource source =
      FakeSource.of("s", SourceSchema.ofTexts(List.of("id"))).overlapping(3);
  private final SourceConnector connector =
      FakeConnectorFactory.of(source).open(TestConnectorContext.of(Map.of()));

  @Test
  void rowCommittedLateInsideTheOverlapIsRead() {
    source.add("a");
    long slow = source.begin();
    source.add("c");
    Reading first = read(Checkpoints.none());

    source.commit(slow, "b");

    assertThat(values(first)).containsExactly("a", "c");
    assertThat(values(read(first.last()))).contains("b");
  }

  @Test
  void failureComesOnceAtTheChosenRead() {
    source.add("a");
    source.failAfter(1, new IllegalStateException("broken"));
    BatchReader reader = connector.read(request(Checkpoints.none()));

    assertThat(reader.next()).isPresent();
    assertThatThrownBy(reader::next).hasMessage("broken");
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void rejectedContentKeepsItsPlace() {
    source.reject("???", "unreadable");

    assertThat(read(Checkpoints.none()).batches().getFirst().rejected())
        .extracting(RejectedRow::raw)
        .containsExactly("???");
  }

  @Test
  void changedSchemaBeginsANewBatch() {
    source.add("a");
    source.schema(SourceSchema.ofTexts(List.of("id", "more")));
    source.add("b", "x");

    assertThat(read(Checkpoints.none()).batches())
        .extracting(SourceBatch::schema)
        .extracting(schema -> schema.columns().size())
        .containsExactly(1, 2);
  }

  @Test
  void blockedReadGoesOnWhenReleased() throws Exception {
    source.add("a");
    source.block();
    CompletableFuture<Reading> reading =
        CompletableFuture.supplyAsync(() -> read(Checkpoints.none()));
    source.awaitBlocked();
    assertThat(reading).isNotDone();

    source.release();

    assertThat(values(reading.get(20, TimeUnit.SECONDS))).containsExactly("a");
  }

  private Reading read(Checkpoints from) {
    return Reading.whole(connector, request(from));
  }

  private static ReadRequest request(Checkpoints from) {
    return ReadRequest.of("s", ReadMode.INCREMENTAL, from);
  }

  private static List<Object> values(Reading reading) {
    return reading.batches().stream()
        .flatMap(batch -> batch.rows().stream())
        .map(row -> row.value(0))
        .toList();
  }
}
