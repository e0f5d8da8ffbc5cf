package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.MappingPlan;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectTest {
  @TempDir Path folder;

  @Test
  void everyRowIsStoredOnceHoweverOftenItIsCollected() {
    try (Collecting it = new Collecting(folder)) {
      for (int id = 1; id <= 10; id++) {
        it.person(id, "p" + id, "1.50");
      }

      Run first = it.collect();
      Run second = it.collect();

      assertThat(first.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(first.counts()).isEqualTo(new RunCounts(10, 10, 0, 0, 0));
      assertThat(first.progress()).isEqualTo(100);
      assertThat(second.counts()).isEqualTo(RunCounts.NONE);
      assertThat(it.stored()).hasSize(10).containsEntry(7L, "p7");
      assertThat(it.ingest.runs().list(RunQuery.newest(10)).items()).containsExactly(second, first);
    }
  }

  @Test
  void lineageSaysWhereARowCameFrom() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1");
      Run run = it.collect();

      it.query(
          "SELECT source_id, data_center_id, run_id, ingested_at FROM people",
          row -> {
            assertThat(row.getString(1)).isEqualTo("s1");
            assertThat(row.getString(2)).isEqualTo("fra");
            assertThat(row.getString(3)).isEqualTo(run.id());
            assertThat(row.getString(4)).startsWith("2026-01-01T00:00:00.");
            return row;
          });
    }
  }

  @Test
  void rowsThatDoNotFitGoToQuarantineAndTheRestIsStored() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1,5");
      it.person(2, "Bob", "2");
      it.person("x", "Cyd", "3");
      it.source.reject("a;b", "too_few_fields");

      Run run = it.collect();

      assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(run.counts()).isEqualTo(new RunCounts(4, 1, 0, 3, 0));
      assertThat(it.stored()).containsExactly(Map.entry(2L, "Bob"));
      assertThat(it.quarantined())
          .extracting(row -> row.reason())
          .containsExactly("too_few_fields", "not_a_number", "not_a_number");
      assertThat(it.quarantined().getLast().raw())
          .isEqualTo(
              "{\"id\":1,\"name\":\"Ada\",\"amount\":\"1,5\","
                  + "\"seen_at\":\"2026-01-01T00:00:00Z\"}");
      assertThat(it.events(EventTypes.ROWS_QUARANTINED)).hasSize(2);
    }
  }

  @Test
  void failuresAreNotedAndWhatWasStoredStays() {
    try (Collecting it = new Collecting(folder)) {
      for (int id = 1; id <= 6; id++) {
        it.person(id, "p", "1");
      }
      it.source.failAfter(1, new ConnectorException(ConnectorError.UNREACHABLE, "gone; try later"));

      Run failed = it.collect();
      Run next = it.collect();

      assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
      assertThat(failed.counts().ingested()).isEqualTo(3);
      assertThat(failed.errors())
          .singleElement()
          .satisfies(error -> assertThat(error.code()).isEqualTo("UNREACHABLE"));
      assertThat(next.counts()).isEqualTo(new RunCounts(3, 3, 0, 0, 0));
      assertThat(it.stored()).hasSize(6);
      assertThat(it.ingest.sources().find("s1").orElseThrow().consecutiveFailures()).isZero();
    }
  }

  @Test
  void defectsOfAConnectorFailTheRunAlone() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "p", "1");
      it.source.failAfter(0, new IllegalStateException("bug"));

      Run run = it.collect();

      assertThat(run.status()).isEqualTo(RunStatus.FAILED);
      assertThat(run.errors().getFirst().code()).isEqualTo("CONNECTOR_DEFECT");
    }
  }

  @Test
  void unreadablePartsMakeARunPartial() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "p", "1");
      it.source.fault(new SourceFault("b.csv", ConnectorError.MALFORMED, "no CSV; replace it"));

      Run run = it.collect();

      assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(run.errors().getFirst().place()).isEqualTo("b.csv");
      assertThat(it.stored()).hasSize(1);
    }
  }

  @Test
  void deletionsFollowACompletePass() {
    try (Collecting it =
        new Collecting(folder, source -> source.mode(ReadMode.FULL).tombstones(true))) {
      it.person(1, "a", "1");
      long second = it.person(2, "b", "1");
      it.person(3, "c", "1");
      it.collect();
      it.source.remove(second);

      Run run = it.collect();

      assertThat(run.counts()).isEqualTo(new RunCounts(2, 0, 2, 0, 1));
      assertThat(it.stored()).containsOnlyKeys(1L, 3L);
    }
  }

  @Test
  void aCutPassDeletesNothingAndIsGoneOnWith() {
    try (Collecting it =
        new Collecting(folder, source -> source.mode(ReadMode.FULL).tombstones(true))) {
      for (int id = 1; id <= 7; id++) {
        it.person(id, "p" + id, "1");
      }
      it.collect();
      it.source.remove(1);
      it.source.failAfter(1, new ConnectorException(ConnectorError.FAILED, "cut; try later"));

      Run cut = it.collect();
      Run rest = it.collect();

      assertThat(cut.counts().deleted()).isZero();
      assertThat(rest.counts()).isEqualTo(new RunCounts(3, 0, 3, 0, 1));
      assertThat(it.stored()).hasSize(6).doesNotContainKey(1L);
    }
  }

  @Test
  void aPassThatCannotTellWhichRowsAreGoneDeletesNone() {
    try (Collecting it =
        new Collecting(folder, source -> source.mode(ReadMode.FULL).tombstones(true))) {
      it.person(1, "a", "1");
      long second = it.person(2, "b", "1");
      it.collect();
      it.source.commit(second, "two", "b", "1", null);

      Run run = it.collect();

      assertThat(run.counts().deleted()).isZero();
      assertThat(run.errors().getFirst().code()).isEqualTo("DELETIONS_SKIPPED");
      assertThat(it.stored()).hasSize(2);
    }
  }

  @Test
  void aRowInQuarantineWithAKnownKeyIsNotGone() {
    try (Collecting it =
        new Collecting(folder, source -> source.mode(ReadMode.FULL).tombstones(true))) {
      long first = it.person(1, "a", "1");
      it.person(2, "b", "1");
      long third = it.person(3, "c", "1");
      it.collect();
      it.source.commit(first, 1, "a", "bad", null);
      it.source.remove(third);

      Run run = it.collect();

      assertThat(run.counts()).isEqualTo(new RunCounts(2, 0, 1, 1, 1));
      assertThat(it.stored()).containsOnlyKeys(1L, 2L);
    }
  }

  @Test
  void aRunLeftRunningByADeadProcessIsMarkedInterrupted() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "a", "1");
      Run run = it.collect();
      it.execute("UPDATE ingestion_runs SET status = 'running', finished_at = NULL");

      it.reopen();

      assertThat(it.ingest.runs().find(run.id()).orElseThrow().status())
          .isEqualTo(RunStatus.INTERRUPTED);
    }
  }

  @Test
  void aRunWhoseCheckpointWasMovedByAnotherStoresNothing() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "a", "1");
      it.source.block();
      var thread = Thread.ofPlatform().start(it::collect);
      it.source.awaitBlocked();
      it.execute("UPDATE ingestion_runs SET status = 'interrupted'");
      it.source.release();
      thread.join();

      assertThat(it.stored()).isEmpty();
      assertThat(it.ingest.runs().list(RunQuery.newest(1)).items().getFirst().status())
          .isEqualTo(RunStatus.INTERRUPTED);
    }
  }

  @Test
  void pausedSourcesAreLeftAloneUntilTheyAreResumed() {
    try (Collecting it = new Collecting(folder)) {
      it.ingest.sources().pause("s1", "maintenance");

      assertThatThrownBy(it::collect)
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("maintenance");
      it.ingest.sources().resume("s1");
      assertThat(it.collect().status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(it.events(EventTypes.SOURCE_PAUSED)).hasSize(2);
    }
  }

  @Test
  void pausingEndsARunAfterTheBatchInHand() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "a", "1");
      it.source.block();
      var thread = Thread.ofPlatform().start(it::collect);
      it.source.awaitBlocked();
      it.ingest.sources().pause("s1", "stop it");
      thread.join();

      Run run = it.ingest.runs().list(RunQuery.newest(1)).items().getFirst();
      assertThat(run.status()).isEqualTo(RunStatus.STOPPED);
      assertThat(it.stored()).isEmpty();
    }
  }

  @Test
  void aPlanShowsRowsAndWritesNothing() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1.5");
      it.person(2, "Bob", "x");

      MappingPlan plan = it.ingest.sources().plan("s1", 10);

      assertThat(plan.columns()).containsEntry("amount", "'amount'");
      assertThat(plan.rows().getFirst().mapped()).containsEntry("name", "Ada");
      assertThat(plan.rows().getLast().fault()).startsWith("not_a_number");
      assertThat(it.stored()).isEmpty();
      assertThat(it.quarantined()).isEmpty();
    }
  }

  @Test
  void unknownSourcesAreNamedWithTheNearest() {
    try (Collecting it = new Collecting(folder)) {
      assertThatThrownBy(() -> it.ingest.sources().collect("s2"))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("did you mean 's1'");
      assertThat(it.ingest.sources().find("s2")).isEmpty();
    }
  }

  @Test
  void metricsCountRowsAndRuns() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "a", "1");
      it.person(2, "b", "x");
      it.collect();

      assertThat(
              it.metrics
                  .get("tributary.ingest.rows")
                  .tags("source", "s1", "outcome", "quarantined")
                  .counter()
                  .count())
          .isEqualTo(1);
      assertThat(it.metrics.get("tributary.ingest.runs").tag("status", "partial").counter().count())
          .isEqualTo(1);
      assertThat(it.metrics.get("tributary.ingest.batch").timer().count()).isEqualTo(1);
    }
  }

  @Test
  void eventsAndRunRowsAgree() {
    try (Collecting it = new Collecting(folder)) {
      for (int id = 1; id <= 7; id++) {
        it.person(id, "p", id == 4 ? "bad" : "1");
      }
      Run run = it.collect();

      long read =
          it.events(EventTypes.BATCH_STORED).stream()
              .mapToLong(event -> ((Number) event.data().get("read")).longValue())
              .sum();
      assertThat(read).isEqualTo(run.counts().read());
      assertThat(it.events(EventTypes.RUN_FINISHED))
          .singleElement()
          .satisfies(event ->
              assertThat(event.data())
                  .containsEntry("status", "partial")
                  .containsEntry("run_id", run.id()));
      assertThat(List.of(run.counts().ingested(), run.counts().quarantined()))
          .containsExactly(6L, 1L);
    }
  }
}
