package dev.tributary.cli.internal.detect;

import dev.tributary.cli.internal.csv.CsvJob;
import dev.tributary.cli.internal.output.WholeFile;
import dev.tributary.connector.csv.CsvFile;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvRecord;
import java.io.IOException;

/** Writes a score beside every timestamp of one file. */
final class ScoreFile {
  private static final CsvConfig WITH_HEADER =
      CsvConfig.builder().header(CsvConfig.Header.PRESENT).build();

  private ScoreFile() {}

  static SeriesReport write(CsvJob job) throws IOException {
    try (CsvFile file = CsvFile.open(job.from(), WITH_HEADER)) {
      SeriesColumns columns = SeriesColumns.of(file, job.from());
      try (WholeFile scores = WholeFile.begin(job.to())) {
        SeriesReport report = write(file, columns, scores);
        scores.keep();
        return report;
      }
    }
  }

  private static SeriesReport write(CsvFile file, SeriesColumns columns, WholeFile scores)
      throws IOException {
    SeriesJudge judge = new SeriesJudge();
    ValueText values = new ValueText(!file.format().dialect().delimiter().equals(","));
    long rows = 0;
    long damaged = 0;
    scores.line("timestamp,anomaly_score");
    for (CsvRecord row = file.read(); row != null; row = file.read()) {
      rows++;
      damaged += row.isRejected() ? 1 : 0;
      String timestamp = columns.timestampOf(row.fields());
      double score =
          row.isRejected()
              ? 0
              : judge.score(timestamp, values.parse(columns.valueOf(row.fields())));
      scores.line(quoted(timestamp) + "," + score);
    }
    return new SeriesReport(
        rows, judge.anomalies(), judge.valueless(), judge.undated(), damaged, file.skippedCount());
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
