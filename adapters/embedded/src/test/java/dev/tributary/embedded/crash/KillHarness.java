package dev.tributary.embedded.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.embedded.Tributary;
import dev.tributary.embedded.TributaryConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Kills a collecting process at random instants while its sources change, and compares what the
 * sources hold with what the store holds afterwards. Only processes it started are killed.
 */
final class KillHarness {
  private static final List<String> SOURCES = List.of("orders-db", "orders-files");
  private static final int LONGEST_START_MILLIS = 2_500;
  private static final int DEATHS_PER_EARLY_ONE = 5;
  private static final int MOST_BATCHES = 6;
  private static final int LONGEST_PAUSE_MILLIS = 20;
  private static final int RUNS_LOOKED_AT = 1000;

  private final Path folder;
  private final Path config;
  private final SplittableRandom random;

  KillHarness(Path folder, long seed) {
    this.folder = folder;
    this.config = folder.resolve("tributary.yaml");
    this.random = new SplittableRandom(seed);
  }

  Outcome run(int kills) throws Exception {
    Path drops = Files.createDirectories(folder.resolve("drops"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      Map<String, Traffic> traffic =
          Map.of(
              "orders-db", new PostgresTraffic(postgres.getPostgresDatabase()),
              "orders-files", new FileTraffic(drops));
      Files.writeString(config, configuration(postgres.getPort()));
      for (Traffic source : traffic.values()) {
        source.start();
      }
      for (int kill = 0; kill < kills; kill++) {
        liveAndDie();
      }
      for (Traffic source : traffic.values()) {
        source.stop();
      }
      return compare(kills, traffic);
    }
  }

  /**
   * Some processes die while they start, most a moment after one of their first batches: what came
   * in while none was there makes a run of many batches, which is cut in two then.
   */
  private void liveAndDie() throws IOException, InterruptedException {
    Victim collector = Victim.start(CollectorProcess.class, config);
    boolean early = random.nextInt(DEATHS_PER_EARLY_ONE) == 0;
    if (!early) {
      for (int batches = 1 + random.nextInt(MOST_BATCHES); batches > 0; batches--) {
        collector.line();
      }
    }
    collector.killAfter(random.nextInt(early ? LONGEST_START_MILLIS : LONGEST_PAUSE_MILLIS));
  }

  private Outcome compare(int kills, Map<String, Traffic> traffic) throws Exception {
    List<String> faults = new ArrayList<>();
    Map<String, Integer> rows = new TreeMap<>();
    Map<String, Long> runs = new TreeMap<>();
    // An hour later every file has rested long enough to be read to its end.
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    try (Tributary tributary =
        Tributary.builder(TributaryConfig.read(config)).clock(later).build()) {
      for (String source : SOURCES) {
        drain(tributary, source);
        Map<String, String> expected = traffic.get(source).rows();
        rows.put(source, expected.size());
        faults.addAll(differences(source, expected));
        faults.addAll(inconsistencies(tributary, source, expected.size(), runs));
      }
    }
    return new Outcome(kills, rows, runs, faults);
  }

  private static void drain(Tributary tributary, String source) {
    Run run = tributary.sources().collect(source);
    while (run.counts().ingested() > 0 || run.status() == RunStatus.FAILED) {
      run = tributary.sources().collect(source);
    }
  }

  private List<String> differences(String source, Map<String, String> expected)
      throws SQLException {
    List<String> faults = new ArrayList<>();
    Map<String, String> missing = new HashMap<>(expected);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/tributary.db"));
        Statement statement = connection.createStatement();
        ResultSet stored =
            statement.executeQuery(
                "SELECT id, label, revision FROM orders WHERE source_id = '" + source + "'")) {
      while (stored.next()) {
        String id = stored.getString(1);
        String content = stored.getString(2) + "/" + stored.getLong(3);
        String original = missing.remove(id);
        if (original == null) {
          faults.add(source + " " + id + " is stored twice or was never there: " + content);
        } else if (!original.equals(content)) {
          faults.add(source + " " + id + " is " + original + ", stored as " + content);
        }
      }
    }
    missing.forEach((id, content) -> faults.add(source + " " + id + " is lost: " + content));
    return faults;
  }

  /** What the runs say must be what happened, however many of them were cut short. */
  private static List<String> inconsistencies(
      Tributary tributary, String source, int rows, Map<String, Long> seen) {
    List<String> faults = new ArrayList<>();
    List<Run> runs =
        tributary.runs().list(new RunQuery(source, null, RUNS_LOOKED_AT, null)).items();
    long ingested = 0;
    for (Run run : runs) {
      seen.merge(source + " " + run.status(), 1L, Long::sum);
      ingested += run.counts().ingested();
      if (run.status() == RunStatus.RUNNING) {
        faults.add(source + ": run " + run.id() + " never ended");
      }
      if (run.counts().read()
          != run.counts().ingested() + run.counts().unchanged() + run.counts().quarantined()) {
        faults.add(source + ": counts of run " + run.id() + " do not add up: " + run.counts());
      }
      if (run.counts().quarantined() > 0) {
        faults.add(source + ": run " + run.id() + " quarantined good rows");
      }
    }
    boolean allRunsLookedAt = runs.size() < RUNS_LOOKED_AT;
    if (allRunsLookedAt && source.equals("orders-files") && ingested != rows) {
      faults.add(source + ": runs say " + ingested + " rows came in, the files have " + rows);
    }
    return faults;
  }

  private String configuration(int port) throws IOException {
    try (var template = KillHarness.class.getResourceAsStream("kills.yaml")) {
      return new String(template.readAllBytes(), UTF_8).replace("${port}", Integer.toString(port));
    }
  }

  /**
   * What the kills did.
   *
   * @param kills how many processes were killed
   * @param rows how many rows each source held in the end
   * @param runs how many runs ended in which way
   * @param faults every row lost, doubled or stale, and every inconsistent run
   */
  record Outcome(
      int kills, Map<String, Integer> rows, Map<String, Long> runs, List<String> faults) {
    /** How many runs were cut in the middle. */
    long cut() {
      return runs.entrySet().stream()
          .filter(run -> run.getKey().endsWith(RunStatus.INTERRUPTED.name()))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }
}
