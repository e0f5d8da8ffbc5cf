package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.SourceStatus;
import dev.tributary.core.CentralStore;
import dev.tributary.core.Scheduler;
import dev.tributary.core.SchedulerConfig;
import dev.tributary.core.StoreConfig;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.testkit.FakeConnectorFactory;
import dev.tributary.testkit.FakeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sources on a real scheduler: {@code quick} every 100 ms, {@code rare} once an hour. */
class ScheduleTest {
  private final FakeSource quick = FakeSource.of("quick", Collecting.SCHEMA);
  private final FakeSource rare = FakeSource.of("rare", Collecting.SCHEMA);
  private CentralStore store;
  private Scheduler scheduler;
  private Ingest ingest;
  @TempDir Path folder;

  @BeforeEach
  void start() {
    open();
  }

  private void open() {
    store = CentralStore.open(StoreConfig.sqlite(folder.resolve("s.db")), InstantSource.system());
    ingest =
        Ingest.builder(
                store,
                IngestConfig.builder(folder.resolve("data"))
                    .datasets(List.of(Collecting.PEOPLE))
                    .dataCenter(new DataCenterConfig("fra", "Frankfurt"))
                    .source(source("quick").every(Duration.ofMillis(100)).build())
                    .source(source("rare").every(Duration.ofHours(1)).build())
                    .freshnessEvery(Duration.ofMillis(100))
                    .build())
            .connector(FakeConnectorFactory.of(Map.of("quick", quick, "rare", rare)))
            .build();
    SchedulerConfig.Builder tasks = SchedulerConfig.builder().poll(Duration.ofMillis(50));
    ingest.addTasks(tasks);
    scheduler = Scheduler.on(store, tasks.build());
  }

  private static SourceConfig.Builder source(String id) {
    return SourceConfig.builder(id, "fra", "fake", "people");
  }

  @AfterEach
  void stop() {
    quick.release();
    rare.release();
    ingest.stop();
    scheduler.close();
    ingest.close();
    store.close();
  }

  private void run() {
    ingest.start(scheduler);
    scheduler.start();
  }

  private Event await(Predicate<Event> wanted) throws InterruptedException {
    long last = 0;
    while (true) {
      for (Event event : store.events().read(last, 1000).events()) {
        last = event.id();
        if (wanted.test(event)) {
          return event;
        }
      }
      if (!store.events().await(last, Duration.ofSeconds(30))) {
        throw new AssertionError("the event does not come");
      }
    }
  }

  private static Predicate<Event> finished(String sourceId, String status) {
    return event ->
        event.type().equals(EventTypes.RUN_FINISHED)
            && event.subject().equals(sourceId)
            && event.data().get("status").equals(status);
  }

  @Test
  void sourcesAreCollectedOnTheirOwn() throws Exception {
    quick.add(1, "a", "1", null);
    run();

    await(finished("quick", "succeeded"));
    await(event ->
        event.type().equals(EventTypes.DATA_CENTER_STATUS_CHANGED)
            && event.data().get("to").equals("up"));

    assertThat(ingest.dataCenters().list().getFirst().status()).isEqualTo(DataCenterStatus.UP);
    assertThat(ingest.sources().find("rare").orElseThrow().freshness().nextDue()).isNotNull();
  }

  @Test
  void aSourceThatHangsHoldsUpNobody() throws Exception {
    rare.block();
    run();
    rare.awaitBlocked();

    quick.add(1, "a", "1", null);

    await(finished("quick", "succeeded"));
  }

  @Test
  void aFailedSourceIsTriedAgainBeforeItsScheduleSaysSo() throws Exception {
    rare.failAfter(0, new ConnectorException(ConnectorError.UNREACHABLE, "gone; wait"));
    rare.add(1, "a", "1", null);
    run();

    await(finished("rare", "failed"));
    await(finished("rare", "succeeded"));
  }

  @Test
  void aSourceThatFailsIsLeftAloneAfterARestartAsWell() throws Exception {
    for (int failure = 0; failure < 10; failure++) {
      rare.failAfter(0, new ConnectorException(ConnectorError.UNREACHABLE, "gone; wait"));
      ingest.sources().collect("rare");
    }
    stop();
    open();

    run();
    quick.add(1, "a", "1", null);
    await(finished("quick", "succeeded"));

    SourceStatus status = ingest.sources().find("rare").orElseThrow();
    assertThat(status.consecutiveFailures()).isEqualTo(10);
    assertThat(Duration.between(status.latestRun().startedAt(), status.freshness().nextDue()))
        .isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void aRequestedRunComesAtOnce() throws Exception {
    run();
    await(event ->
        event.type().equals(EventTypes.SOURCE_FRESHNESS_CHANGED) && event.subject().equals("rare"));
    rare.add(1, "a", "1", null);

    ingest.sources().sync("rare");

    assertThat(await(finished("rare", "succeeded")).data()).containsEntry("trigger", "request");
  }
}
