package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int SPIKE = 900;

  @TempDir Path folder;

  @Test
  void spikeScoresAsAnomalyAndEveryRowHasAScore() throws IOException {
    write("in/deep/a.csv", series(1_000));

    CommandLineRun run = detect("in", "out");

    List<String> scores = Files.readAllLines(folder.resolve("out/deep/a.csv"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(scores).hasSize(1_001).startsWith("timestamp,anomaly_score");
    assertThat(scores.get(SPIKE + 1)).startsWith("2026-03-04T03:00:00Z,");
    assertThat(score(scores.get(SPIKE + 1))).isBetween(0.5, 1.0);
    assertThat(run.out()).contains("1,000 rows");
  }

  @Test
  void scoreUsesOnlyThePast() throws IOException {
    write("long.csv", series(1_000));
    write("short.csv", series(SPIKE + 1));

    detect("long.csv", "long-scores.csv");
    detect("short.csv", "short-scores.csv");

    List<String> cut = Files.readAllLines(folder.resolve("short-scores.csv"));
    assertThat(Files.readAllLines(folder.resolve("long-scores.csv"))).startsWith(lines(cut));
  }

  @Test
  void timestampsOfEveryFormAreWrittenBackAsTheyCame() throws IOException {
    String stamps =
        "2026-03-01 00:00:00|2026-03-01T00:05:00+01:00|1772323200|1772323500000"
            + "|3/1/2026 14:05|31/3/2026 14:05:01|01.03.2026|2026/03/01 0:00:00.250"
            + "|1772323500000000|1772323500000000000|1.7723235e9";
    write("in.csv", "Value;TIMESTAMP\n1;" + stamps.replace("|", "\n1;") + "\n");

    CommandLineRun run = detect("in.csv", "out.csv");

    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    assertThat(folder.resolve("out.csv"))
        .hasContent("timestamp,anomaly_score\n" + stamps.replace("|", ",0.0\n") + ",0.0\n");
  }

  @Test
  void rowsWithoutANumberScoreZeroAndAreCounted() throws IOException {
    write(
        "in.csv",
        "timestamp,value\n2026-03-01 00:00:00,1\n2026-03-01 00:05:00,\n2026-03-01 00:10:00,n/a\n"
            + "2026-03-01 00:15:00,NaN\n2026-03-01 00:20:00,1e999\n2026-03-01 00:25:00,\n");

    CommandLineRun run = detect("in.csv", "out.csv");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("6 rows").contains("5 rows score 0 for want of a number");
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(7);
  }

  @Test
  void numbersAreReadAsTheDialectWritesThem() throws IOException {
    String english = series(1_000);
    write("english.csv", english);
    write("continental.csv", english.replace(',', ';').replace('.', ','));

    CommandLineRun first = detect("english.csv", "first.csv");
    CommandLineRun second = detect("continental.csv", "second.csv");

    assertThat(second.out()).as(first.out()).contains("1,000 rows").doesNotContain("want of");
    assertThat(folder.resolve("second.csv")).hasSameTextualContentAs(folder.resolve("first.csv"));
    write("thousands.csv", "timestamp,value\n2026-03-01,\"1,234.5\"\n2026-03-02,\"-12,345\"\n");
    assertThat(detect("thousands.csv", "third.csv").out()).doesNotContain("want of");
  }

  @Test
  void aFileWithoutAnyNumberIsDoneInPart() throws IOException {
    write("in.csv", "timestamp,value\n2026-03-01,high\n2026-03-02,low\n");

    CommandLineRun run = detect("in.csv", "out.csv");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("2 rows score 0 for want of a number");
  }

  @Test
  void rowsWithoutATimeAreCountedAndTheWorkIsDoneInPart() throws IOException {
    write("in.csv", "timestamp,value\n2026-03-01 00:00:00,1\nyesterday,2\n2026-13-01 00:00:00,3\n");

    CommandLineRun run = detect("in.csv", "out.csv");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("2 rows score 0 because their timestamp cannot be read");
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(4).contains("yesterday,0.0");
  }

  @Test
  void oneFileThatCannotBeReadDoesNotStopTheOthers() throws IOException {
    write("in/a.csv", "");
    write("in/b.csv", "time,value\n2026-03-01 00:00:00,1\n");
    write("in/c.csv", series(10));
    write("in/notes.txt", "no series");

    CommandLineRun run = detect("in", "out");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("a.csv").contains("b.csv").contains("no column 'timestamp'");
    assertThat(run.out()).contains("1 files written, 2 failed, 1 that are no .csv left alone");
    assertThat(names("out")).containsExactly("c.csv");
  }

  @Test
  void twoFilesAreNeverWrittenToOnePlace() throws IOException {
    write("in/a.csv", series(10));
    write("in/a.csv.gz", series(10));

    CommandLineRun run = detect("in", "out");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("would both be written");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void inputIsNeverOverwritten() throws IOException {
    write("in.csv", series(10));

    assertThat(detect("in.csv", "in.csv").exitCode()).isEqualTo(2);
    assertThat(folder.resolve("in.csv")).hasContent(series(10));
  }

  private CommandLineRun detect(String in, String out) {
    return CommandLineRun.of(
        "detect", "--in", folder.resolve(in).toString(), "--out", folder.resolve(out).toString());
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static String series(int rows) {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder("timestamp,value\n");
    for (int row = 0; row < rows; row++) {
      double value = row == SPIKE ? 500 : 20 + random.nextGaussian();
      csv.append(START.plusSeconds(300L * row)).append(',').append(value).append('\n');
    }
    return csv.toString();
  }

  private static double score(String line) {
    return Double.parseDouble(line.substring(line.indexOf(',') + 1));
  }

  private static String[] lines(List<String> lines) {
    return lines.toArray(String[]::new);
  }
}
