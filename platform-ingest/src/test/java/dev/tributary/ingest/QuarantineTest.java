package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Quarantine.Replay;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.page.Page;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.MappingConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  @TempDir Path folder;

  /** The mapping is corrected: amounts are written with a comma. */
  private static void correct(Collecting it) {
    it.change =
        source ->
            source.mapping(
                MappingConfig.builder()
                    .field("amount", FieldMapping.builder().decimal(',').build())
                    .build());
    it.reopen();
  }

  @Test
  void rowsAreReplayedAfterTheMappingIsCorrected() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1,5");
      it.person("x", "Bob", "1");
      it.collect();
      assertThat(it.ingest.quarantine().replay("s1")).isEqualTo(new Replay(0, 0, 2));

      correct(it);
      Replay replay = it.ingest.quarantine().replay("s1");

      assertThat(replay).isEqualTo(new Replay(1, 0, 1));
      assertThat(it.stored()).containsExactly(Map.entry(1L, "Ada"));
      assertThat(it.quarantined()).hasSize(1);
      assertThat(it.events(EventTypes.ROWS_REPLAYED)).hasSize(1);
      assertThat(it.ingest.quarantine().replay("s1")).isEqualTo(new Replay(0, 0, 1));
    }
  }

  @Test
  void aRowThatIsReadAgainIsAnnouncedOnce() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1,5");
      it.collect();
      it.execute("DELETE FROM checkpoints");
      it.reopen();
      it.collect();

      assertThat(it.quarantined()).hasSize(1);
      assertThat(it.events(EventTypes.ROWS_QUARANTINED))
          .singleElement()
          .satisfies(event -> assertThat(event.data()).containsEntry("count", 1));
    }
  }

  @Test
  void aLaterStateOfTheRowIsNeverOverwritten() {
    try (Collecting it = new Collecting(folder)) {
      long number = it.person(1, "old", "1,5");
      it.collect();
      it.source.remove(number);
      it.person(1, "new", "2");
      it.collect();

      correct(it);

      assertThat(it.ingest.quarantine().replay("s1").accepted()).isZero();
      assertThat(it.stored()).containsExactly(Map.entry(1L, "new"));
      assertThat(it.quarantined()).isEmpty();
    }
  }

  @Test
  void aLaterStateThatChangedNothingSupersedesAsWell() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "good", "1");
      it.person(1, "bad", "1,5");
      it.person(1, "good", "1");
      it.collect();

      correct(it);

      assertThat(it.quarantined()).isEmpty();
      assertThat(it.ingest.quarantine().replay("s1")).isEqualTo(new Replay(0, 0, 0));
      assertThat(it.stored()).containsExactly(Map.entry(1L, "good"));
    }
  }

  @Test
  void aBadStateAfterAGoodOneIsReplayed() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "good", "1");
      it.person(1, "newer", "1,5");
      it.collect();

      correct(it);

      assertThat(it.ingest.quarantine().replay("s1")).isEqualTo(new Replay(1, 0, 0));
      assertThat(it.stored()).containsExactly(Map.entry(1L, "newer"));
    }
  }

  @Test
  void ofSeveralBadStatesTheLatestThatFitsCounts() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "first", "1,5");
      it.person(1, "second", "2,5");
      it.collect();

      correct(it);

      assertThat(it.ingest.quarantine().replay("s1")).isEqualTo(new Replay(1, 1, 0));
      assertThat(it.stored()).containsExactly(Map.entry(1L, "second"));
    }
  }

  @Test
  void theSameBadRowReadAgainIsNotPutAsideAgain() {
    try (Collecting it = new Collecting(folder)) {
      it.source = it.source.overlapping(10);
      it.reopen();
      it.person(1, "bad", "x");
      it.collect();
      it.person(2, "good", "1");

      assertThat(it.collect().counts().quarantined()).isEqualTo(1);
      assertThat(it.quarantined()).hasSize(1);
    }
  }

  @Test
  void listsArePagedAndFiltered() {
    try (Collecting it = new Collecting(folder)) {
      for (int id = 1; id <= 5; id++) {
        it.person(id, "bad", "x");
      }
      it.source.reject("?", "too_few_fields");
      it.collect();

      Page<QuarantinedRow> first =
          it.ingest.quarantine().list(new QuarantineQuery("s1", "not_a_number", 3, null));
      Page<QuarantinedRow> second =
          it.ingest
              .quarantine()
              .list(new QuarantineQuery("s1", "not_a_number", 3, first.next().orElseThrow()));

      assertThat(first.items()).hasSize(3);
      assertThat(second.items()).hasSize(2);
      assertThat(second.next()).isEmpty();
      assertThat(it.ingest.quarantine().list(new QuarantineQuery("s2", null, 3, null)).items())
          .isEmpty();
    }
  }
}
