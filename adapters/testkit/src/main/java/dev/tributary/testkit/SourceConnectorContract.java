package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.api.settings.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every connector promises, as tests. Extend it, say what source it fills and reads, and run
 * it:
 *
 * <pre>{@code
 * class MyConnectorTest extends SourceConnectorContract {
 *   @Override
 *   protected ConnectorFixture fixture() {
 *     return new MyFixture();
 *   }
 * }
 * }</pre>
 *
 * <p>A test whose capability the fixture lacks is reported as skipped.
 */
public abstract class SourceConnectorContract extends ConnectorTrial {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** For the classes that extend it. */
  protected SourceConnectorContract() {}

  /**
   * Makes a live source without rows. Called before every test.
   *
   * @return a fixture that the contract closes
   * @throws Exception if the source cannot be made
   */
  @Override
  protected abstract ConnectorFixture fixture() throws Exception;

  @Test
  void kindIsAWordThatAConfigurationCanHold() {
    assertThat(source.factory().kind()).matches("[a-z][a-z0-9-]*");
    assertThat(source.factory().modes()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void checkSaysWhatItFound() {
    source.add(1, ROWS);

    assertThat(connector.check()).isNotBlank();
  }

  @Test
  void discoverNamesTheStreamWithItsColumns() {
    source.add(1, ROWS);

    assertThat(connector.discover()).extracting(SourceStream::name).contains(source.stream());
    SourceStream stream =
        connector.discover().stream()
            .filter(found -> found.name().equals(source.stream()))
            .findFirst()
            .orElseThrow();
    assertThat(stream.schema().columns()).isNotEmpty();
    assertThat(stream.schema().columns())
        .extracting(SourceColumn::name)
        .containsAll(stream.schema().key());
  }

  @Test
  void sourceWithoutRowsGivesNone() {
    eachMode(mode -> assertThat(ids(read(mode, Checkpoints.none(), PAGE))).isEmpty());
  }

  @Test
  void everyRowArrivesOnceWithoutACheckpoint() {
    source.add(1, ROWS);

    eachMode(mode ->
        assertThat(ids(read(mode, Checkpoints.none(), PAGE)))
            .containsExactlyInAnyOrderElementsOf(range(1, ROWS)));
  }

  @Test
  void batchesHoldAtMostTheRowsAskedFor() {
    source.add(1, ROWS);

    eachMode(mode -> {
      for (int most : List.of(1, 2, PAGE, ROWS, ROWS + 1)) {
        Reading reading = read(mode, Checkpoints.none(), most);
        assertThat(reading.batches())
            .allSatisfy(batch -> assertThat(batch.rows()).hasSizeLessThanOrEqualTo(most));
        assertThat(ids(reading)).containsExactlyInAnyOrderElementsOf(range(1, ROWS));
      }
    });
  }

  @Test
  void readingFromTheCheckpointOfAnyBatchSkipsNothing() {
    source.add(1, ROWS);

    eachMode(mode -> {
      Reading first = read(mode, Checkpoints.none(), PAGE);
      for (int batch = 0; batch < first.batches().size(); batch++) {
        Set<Long> resumed = new HashSet<>(ids(read(mode, first.states().get(batch), PAGE)));
        assertThat(resumed)
            .as("%s, resumed after batch %d", mode, batch)
            .containsAll(ids(first, batch + 1))
            .isSubsetOf(range(1, ROWS));
      }
    });
  }

  @Test
  void readerClosedEarlyLeavesItsCheckpointsValid() {
    source.add(1, ROWS);

    eachMode(mode -> {
      Reading cut =
          Reading.some(
              connector, Reading.request(source.stream(), mode, Checkpoints.none(), PAGE), 2);
      Set<Long> all = new HashSet<>(ids(cut));
      all.addAll(ids(read(mode, cut.last(), PAGE)));
      assertThat(all).containsExactlyInAnyOrderElementsOf(range(1, ROWS));
    });
  }

  @Test
  void readingIsTheSameThroughAConnectorOpenedAnew() {
    source.add(1, ROWS);

    eachMode(mode -> {
      Reading cut =
          Reading.some(
              connector, Reading.request(source.stream(), mode, Checkpoints.none(), PAGE), 1);
      Set<Long> all = new HashSet<>(ids(cut));
      try (SourceConnector again = open(source.settings())) {
        Reading rest =
            Reading.whole(again, Reading.request(source.stream(), mode, cut.last(), PAGE));
        all.addAll(ids(rest));
      }
      assertThat(all).containsExactlyInAnyOrderElementsOf(range(1, ROWS));
    });
  }

  @Test
  void rowsAddedLaterArriveFromTheLastCheckpoint() {
    assumeTrue(source.modes().contains(ReadMode.INCREMENTAL), "no incremental reading");
    source.add(1, ROWS);
    Reading first = read(ReadMode.INCREMENTAL, Checkpoints.none(), PAGE);

    source.add(ROWS + 1, 7);
    Reading second = read(ReadMode.INCREMENTAL, first.last(), PAGE);

    assertThat(ids(second)).containsAll(range(ROWS + 1, 7)).isSubsetOf(range(1, ROWS + 7));
    assertThat(ids(read(ReadMode.INCREMENTAL, second.last(), PAGE))).isSubsetOf(range(1, ROWS + 7));
  }

  @Test
  void updatedRowsArriveFromTheLastCheckpoint() {
    assumeTrue(source.supportsUpdates(), "no updates");
    assumeTrue(source.modes().contains(ReadMode.INCREMENTAL), "no incremental reading");
    source.add(1, ROWS);
    Reading first = read(ReadMode.INCREMENTAL, Checkpoints.none(), PAGE);

    source.update(3);
    source.update(ROWS);

    assertThat(ids(read(ReadMode.INCREMENTAL, first.last(), PAGE))).contains(3L, (long) ROWS);
  }

  @Test
  void completePassIsFollowedByAnother() {
    assumeTrue(source.modes().contains(ReadMode.FULL), "no full reading");
    source.add(1, ROWS);
    read(ReadMode.FULL, Checkpoints.none(), PAGE);

    source.add(ROWS + 1, 2);

    assertThat(ids(read(ReadMode.FULL, Checkpoints.none(), PAGE)))
        .containsExactlyInAnyOrderElementsOf(range(1, ROWS + 2));
  }

  @Test
  void exhaustedReaderStaysExhausted() {
    source.add(1, 2);

    eachMode(mode -> {
      try (BatchReader reader =
          connector.read(Reading.request(source.stream(), mode, Checkpoints.none(), PAGE))) {
        while (reader.next().isPresent()) {
          assertThat(reader.progress().orElse(0)).isBetween(0.0, 1.0);
        }
        assertThat(reader.next()).isEmpty();
        assertThat(reader.faults()).isEmpty();
      }
    });
  }

  @Test
  void schemaIsTheSameInstanceWhileItDoesNotChange() {
    source.add(1, ROWS);

    eachMode(mode -> {
      List<SourceBatch> batches = read(mode, Checkpoints.none(), PAGE).batches();
      assertThat(batches)
          .allSatisfy(batch -> assertThat(batch.schema()).isSameAs(batches.getFirst().schema()));
    });
  }

  @Test
  void rowsFitTheirSchema() {
    source.add(1, ROWS);

    eachMode(mode ->
        read(mode, Checkpoints.none(), PAGE)
            .batches()
            .forEach(batch -> batch.rows().forEach(row -> assertFits(batch, row))));
  }

  @Test
  void positionsAreUniqueAndStable() {
    source.add(1, ROWS);

    eachMode(mode -> {
      Map<Long, String> first = positions(read(mode, Checkpoints.none(), PAGE));
      assertThat(first.values()).doesNotHaveDuplicates().hasSize(ROWS);
      assertThat(positions(read(mode, Checkpoints.none(), PAGE))).isEqualTo(first);
    });
  }

  @Test
  void checkpointsAreSmall() {
    source.add(1, ROWS);

    eachMode(mode ->
        read(mode, Checkpoints.none(), PAGE).batches().stream()
            .flatMap(batch -> batch.checkpoints().stream())
            .forEach(ConnectorTrial::assertSmall));
  }

  @Test
  void unknownSettingIsRefusedByName() {
    Map<String, Object> settings = new HashMap<>(source.settings());
    settings.put("no_such_setting", "x");

    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no_such_setting");
  }

  @Test
  void unknownStreamIsMissing() {
    assumeTrue(source.namesStreams(), "streams have no names here");

    eachMode(mode ->
        assertThatThrownBy(() ->
                Reading.whole(
                    connector, Reading.request("no_such_stream", mode, Checkpoints.none(), PAGE)))
            .isInstanceOfSatisfying(
                ConnectorException.class,
                missing -> {
                  assertThat(missing.code()).isEqualTo(ConnectorError.MISSING);
                  assertThat(missing).hasMessageContaining("no_such_stream");
                }));
  }

  @Test
  void deadSourceFailsWithACode() {
    assumeTrue(source.deadSettings().isPresent(), "a dead source cannot be told");

    try (SourceConnector unreachable = open(source.deadSettings().orElseThrow())) {
      assertThatThrownBy(unreachable::check).isInstanceOf(ConnectorException.class);
      eachMode(mode ->
          assertThatThrownBy(() ->
                  Reading.whole(
                      unreachable, ReadRequest.of(source.stream(), mode, Checkpoints.none())))
              .isInstanceOf(ConnectorException.class));
    }
  }

  @Test
  void secretsAreNeverShown() {
    assumeTrue(!source.secrets().isEmpty(), "no secrets");
    source.add(1, ROWS);
    List<String> shown = new ArrayList<>();
    shown.add(connector.toString());
    shown.add(connector.check());
    eachMode(mode -> {
      Reading reading = read(mode, Checkpoints.none(), PAGE);
      shown.addAll(positions(reading).values());
      reading.states().forEach(state -> shown.add(state.all().toString()));
    });
    source.deadSettings().ifPresent(dead -> shown.addAll(messagesOfDeadSource(dead)));

    assertThat(shown)
        .allSatisfy(text -> assertThat(text).doesNotContain(source.secrets().values()));
  }

  @Test
  void interruptEndsReadingSoon() throws InterruptedException {
    source.add(1, ROWS);
    assumeTrue(source.hang(), "the source cannot hang");
    AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    ReadMode mode = source.modes().getFirst();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> end.set(catchThrowable(() -> read(mode, Checkpoints.none(), PAGE))));

    reader.interrupt();

    assertThat(reader.join(SOON)).as("ended within " + SOON).isTrue();
    assertThat(end.get()).isInstanceOf(ConnectorException.class);
  }

  @Test
  void closingTwiceIsHarmless() {
    source.add(1, 2);
    ReadRequest request =
        ReadRequest.of(source.stream(), source.modes().getFirst(), Checkpoints.none());
    BatchReader reader = connector.read(request);
    reader.next();

    reader.close();
    reader.close();
    connector.close();
    connector.close();

    assertThat(reader.toString()).isNotNull();
  }

  private List<String> messagesOfDeadSource(Map<String, Object> dead) {
    List<String> messages = new ArrayList<>();
    try (SourceConnector unreachable = open(dead)) {
      messages.add(unreachable.toString());
      for (Throwable cause = catchThrowable(unreachable::check);
          cause != null;
          cause = cause.getCause()) {
        messages.add(cause.toString());
      }
    }
    return messages;
  }
}
