package dev.tributary.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Texts that are times, written by hands that did not agree, still lose no row. */
class TextTimesTest {
  private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T23:58:00");
  private static final List<DateTimeFormatter> HANDS =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"),
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"),
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS"),
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'"));

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void whateverIsWrittenWithinTheOverlapArrives(@ForAll("steps") List<Step> steps)
      throws IOException {
    Path folder = Files.createTempDirectory("text-times");
    SqliteEngine engine = new SqliteEngine(folder.resolve("s.db"));
    engine.run("CREATE TABLE t (id INTEGER PRIMARY KEY, at TIMESTAMP, version INT)");
    Map<String, String> written = new TreeMap<>();
    LocalDateTime now = START;
    Map<String, Object> settings = Map.of("cursor", "at", "overlap", "60s");
    try (Walk walk = Walk.of(engine, "t", ReadMode.INCREMENTAL, settings)) {
      int version = 0;
      for (Step step : steps) {
        now = now.plusSeconds(step.later());
        String at = HANDS.get(step.hand()).format(now.minusSeconds(step.delay()));
        version++;
        engine.run(
            "INSERT OR REPLACE INTO t VALUES (" + step.id() + ", '" + at + "', " + version + ")");
        written.put(Integer.toString(step.id()), Integer.toString(version));
        walk.read(step.maxRows(), step.batches());
      }

      assertThat(walk.readAll(3).firstAndLast()).isEqualTo(written);
    } finally {
      for (String name : List.of("s.db", "s.db-wal", "s.db-shm", "")) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(0, 25),
                Arbitraries.integers().between(0, 59),
                Arbitraries.integers().between(0, HANDS.size() - 1),
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(0, 3))
            .as(Step::new);
    return step.list().ofMinSize(5).ofMaxSize(25);
  }

  record Step(int id, int later, int delay, int hand, int maxRows, int batches) {}
}
