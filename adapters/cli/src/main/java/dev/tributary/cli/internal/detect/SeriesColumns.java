package dev.tributary.cli.internal.detect;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.CsvFile;
import dev.tributary.connector.csv.format.CsvError;
import java.nio.file.Path;
import java.util.List;

/**
 * Where time and value stand in the rows of a series.
 *
 * @param timestamp index of the column {@code timestamp}
 * @param value index of the column {@code value}
 */
record SeriesColumns(int timestamp, int value) {

  static SeriesColumns of(CsvFile file, Path path) {
    List<String> names = file.format().columns();
    return new SeriesColumns(index("timestamp", names, path), index("value", names, path));
  }

  String timestampOf(String[] fields) {
    return field(fields, timestamp);
  }

  String valueOf(String[] fields) {
    return field(fields, value);
  }

  private static String field(String[] fields, int index) {
    return index < fields.length ? fields[index] : "";
  }

  private static int index(String wanted, List<String> names, Path path) {
    for (int index = 0; index < names.size(); index++) {
      if (names.get(index).strip().equalsIgnoreCase(wanted)) {
        return index;
      }
    }
    throw new PlatformException(
        CsvError.CSV_HEADER_MISMATCH,
        "'%s' has no column '%s', only %s; rename the one that holds it"
            .formatted(path, wanted, names));
  }
}
