package dev.tributary.connector.csv;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything that came of reading some bytes. */
record Reading(
    CsvFormat format,
    List<List<String>> rows,
    List<CsvRecord> records,
    List<FaultKind> faults,
    List<FaultKind> skipped) {

  static Reading of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), CsvConfig.ofDefaults());
  }

  static Reading of(String text, Charset charset) {
    return of(text.getBytes(charset), CsvConfig.ofDefaults());
  }

  static Reading of(byte[] bytes, CsvConfig config) {
    try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes), "test.csv", config)) {
      List<List<String>> rows = new ArrayList<>();
      List<CsvRecord> records = new ArrayList<>();
      List<FaultKind> faults = new ArrayList<>();
      for (CsvRecord row = file.read(); row != null; row = file.read()) {
        records.add(row);
        if (row.fault() != null) {
          faults.add(row.fault().kind());
        }
        if (!row.isRejected()) {
          rows.add(List.copyOf(row.values()));
        }
      }
      return new Reading(
          file.format(),
          rows,
          records,
          faults,
          file.skipped().stream().map(CsvFault::kind).toList());
    }
  }

  List<String> columns() {
    return format.columns();
  }

  String delimiter() {
    return format.dialect().delimiter();
  }
}
