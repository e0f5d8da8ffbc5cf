package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to source, process and store, each row ends up in the store once. */
class CollectPropertyTest {
  private static final String NO_COMMIT = "no_commit";

  /** One thing that happens. */
  sealed interface Step {
    record Rows(int count, boolean bad) implements Step {}

    record Update(int id) implements Step {}

    record Collect() implements Step {}

    record SourceFails(int after) implements Step {}

    record StoreFails() implements Step {}

    record ProcessDies() implements Step {}
  }

  @Property(tries = 40)
  void theStoreEqualsTheSource(@ForAll("histories") List<Step> history) throws IOException {
    Path folder = Files.createTempDirectory("collect");
    try (Collecting it = new Collecting(folder)) {
      it.source = it.source.overlapping(2);
      it.reopen();
      Map<Long, String> expected = new TreeMap<>();
      for (Step step : history) {
        play(it, step, expected);
      }
      settle(it);

      assertThat(it.stored()).isEqualTo(expected);
      assertThat(runs(it)).allSatisfy(CollectPropertyTest::addsUp);
      assertThat(stored(it)).isEqualTo(counted(it));
    } finally {
      delete(folder);
    }
  }

  private static void play(Collecting it, Step step, Map<Long, String> expected) {
    switch (step) {
      case Step.Rows rows -> {
        for (int index = 0; index < rows.count(); index++) {
          long id = expected.size() + 1000L * (it.source.rows().size() + 1);
          boolean bad = rows.bad() && index == 0;
          it.person(id, "n" + id, bad ? "bad" : "1");
          if (!bad) {
            expected.put(id, "n" + id);
          }
        }
      }
      case Step.Update update -> {
        List<Long> ids = List.copyOf(expected.keySet());
        if (!ids.isEmpty()) {
          long id = ids.get(update.id() % ids.size());
          String name = "u" + it.source.rows().size();
          it.person(id, name, "2");
          expected.put(id, name);
        }
      }
      case Step.Collect collect -> it.collect();
      case Step.SourceFails fails ->
          it.source.failAfter(
              fails.after(), new ConnectorException(ConnectorError.FAILED, "cut; try again"));
      case Step.StoreFails fails -> {
        it.execute(
            "CREATE TRIGGER "
                + NO_COMMIT
                + " BEFORE UPDATE OF records_read ON ingestion_runs"
                + " BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END");
        quietly(it::collect);
        it.execute("DROP TRIGGER " + NO_COMMIT);
      }
      case Step.ProcessDies dies -> it.reopen();
    }
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException storeGone) {
      assertThat(storeGone).hasMessageContaining("the disk is gone");
    }
  }

  /** Scripted failures may still lie ahead. */
  private static void settle(Collecting it) {
    int quiet = 0;
    for (int attempt = 0; attempt < 60 && quiet < 2; attempt++) {
      quiet = it.collect().status() == RunStatus.FAILED ? 0 : quiet + 1;
    }
  }

  private static List<Run> runs(Collecting it) {
    return it.ingest.runs().list(RunQuery.newest(1000)).items();
  }

  private static void addsUp(Run run) {
    RunCounts counts = run.counts();
    assertThat(counts.read())
        .isEqualTo(counts.ingested() + counts.unchanged() + counts.quarantined());
  }

  private static long counted(Collecting it) {
    return runs(it).stream().mapToLong(run -> run.counts().read()).sum();
  }

  private static long stored(Collecting it) {
    return it.events(EventTypes.BATCH_STORED).stream()
        .mapToLong(event -> ((Number) event.data().get("read")).longValue())
        .sum();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Arbitraries.<Step>oneOf(
            Arbitraries.integers().between(1, 8).map(count -> new Step.Rows(count, false)),
            Arbitraries.integers().between(1, 4).map(count -> new Step.Rows(count, true)),
            Arbitraries.integers().between(0, 50).map(Step.Update::new),
            Arbitraries.just(new Step.Collect()),
            Arbitraries.integers().between(0, 4).map(Step.SourceFails::new),
            Arbitraries.just(new Step.StoreFails()),
            Arbitraries.just(new Step.ProcessDies()))
        .list()
        .ofMinSize(3)
        .ofMaxSize(15);
  }
}
