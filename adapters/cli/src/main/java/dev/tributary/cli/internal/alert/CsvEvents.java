package dev.tributary.cli.internal.alert;

import dev.tributary.api.alert.MetricEvent;
import dev.tributary.cli.internal.detect.Timestamps;
import dev.tributary.connector.csv.CsvFile;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Events as the rows of a CSV file. */
final class CsvEvents {
  private static final CsvConfig WITH_HEADER =
      CsvConfig.builder().header(CsvConfig.Header.PRESENT).build();

  private CsvEvents() {}

  static void read(Path file, Consumer<MetricEvent> events, Consumer<String> faults) {
    try (CsvFile csv = CsvFile.open(file, WITH_HEADER)) {
      String[] columns = csv.format().columns().toArray(String[]::new);
      for (CsvRecord row = csv.read(); row != null; row = csv.read()) {
        CsvFault damage = row.isRejected() ? row.fault() : null;
        if (damage != null) {
          faults.accept("line " + row.line() + ": " + damage.message());
          continue;
        }
        try {
          events.accept(event(columns, row.fields()));
        } catch (IllegalArgumentException unfit) {
          faults.accept("line " + row.line() + ": " + unfit.getMessage());
        }
      }
    }
  }

  private static MetricEvent event(String[] columns, String[] fields) {
    String metric = "";
    Instant at = null;
    double value = 1;
    Map<String, String> labels = new TreeMap<>();
    for (int index = 0; index < Math.min(columns.length, fields.length); index++) {
      String field = fields[index].strip();
      switch (columns[index].strip().toLowerCase(Locale.ROOT)) {
        case "metric" -> metric = field;
        case "timestamp", "at" -> at = Timestamps.parse(field);
        case "value" -> value = field.isEmpty() ? 1 : Double.parseDouble(field);
        default -> labels.put(columns[index].strip(), field);
      }
    }
    if (at == null) {
      throw new IllegalArgumentException(
          "there is no time that can be read; a column 'timestamp' or 'at' holds it");
    }
    return new MetricEvent(metric, at, value, labels);
  }
}
