package dev.tributary.cli.internal.csv;

import dev.tributary.connector.csv.CsvReport;
import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts what was found in one file into words, or into fields for programs. */
final class CsvLine {
  private CsvLine() {}

  static String text(Path file, CsvReport report) {
    CsvFormat format = report.format();
    CsvReport.Counts counts = report.counts();
    return "%s: %,d rows, %d columns; %s%s, delimiter %s, quote %s, escape %s, %s; %,d repaired, %,d rejected, %,d lines skipped"
        .formatted(
            file,
            report.rows(),
            format.columns().size(),
            format.charset(),
            format.gzip() ? ", gzip" : "",
            shown(format.dialect().delimiter()),
            shown(format.dialect().quote()),
            shown(format.dialect().escape()),
            format.header() ? "with header" : "without header",
            counts.repaired(),
            counts.rejected(),
            counts.skipped());
  }

  static List<String> faults(CsvReport report) {
    return report.rejected().stream().map(CsvLine::fault).toList();
  }

  static Map<String, Object> fields(Path file, CsvReport report) {
    CsvFormat format = report.format();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", file);
    fields.put("rows", report.rows());
    fields.put("encoding", format.charset());
    fields.put("gzip", format.gzip());
    fields.put("delimiter", format.dialect().delimiter());
    fields.put("quote", character(format.dialect().quote()));
    fields.put("escape", character(format.dialect().escape()));
    fields.put("header", format.header());
    fields.put("columns", format.columns());
    fields.put("repaired", report.counts().repaired());
    fields.put("rejected", report.counts().rejected());
    fields.put("skipped", report.counts().skipped());
    fields.put("rejected_rows", faults(report));
    return fields;
  }

  private static String fault(CsvFault fault) {
    return "line %d, byte %d: %s: %s"
        .formatted(
            fault.line(),
            fault.startByte(),
            fault.kind().name().toLowerCase(Locale.ROOT),
            fault.message());
  }

  private static String shown(char character) {
    return character == CsvDialect.NONE ? "none" : shown(String.valueOf(character));
  }

  private static String shown(String delimiter) {
    return "'" + delimiter.replace("\t", "\\t") + "'";
  }

  private static String character(char character) {
    return character == CsvDialect.NONE ? "" : String.valueOf(character);
  }
}
