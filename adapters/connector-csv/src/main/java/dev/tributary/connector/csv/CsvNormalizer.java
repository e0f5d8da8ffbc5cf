package dev.tributary.connector.csv;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvError;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a delimited file of any dialect as UTF-8 with a header, commas, double quotes and line
 * feeds. Immutable and thread-safe.
 */
public final class CsvNormalizer {
  private static final int MOST_FAULTS = 1000;

  private final CsvConfig config;

  private CsvNormalizer(CsvConfig config) {
    this.config = config;
  }

  /**
   * Makes a normalizer.
   *
   * @param config what is declared about the files
   * @return the normalizer
   */
  public static CsvNormalizer of(CsvConfig config) {
    return new CsvNormalizer(config);
  }

  /**
   * Rewrites one file. The target appears when it is complete; a failure leaves none behind, but a
   * damaged archive: its sound part is kept in the target, and the error says so.
   *
   * @param from the file to read
   * @param to the file to write; replaced if it exists; its folder must exist
   * @return what was found
   * @throws PlatformException with a {@link CsvError} if the file cannot be read or written
   */
  public CsvReport normalize(Path from, Path to) {
    try (CsvFile file = CsvFile.open(from, config)) {
      Path folder = to.toAbsolutePath().getParent();
      Path part = Files.createTempFile(folder, ".csv-", ".part");
      try {
        return write(file, part, to);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(to, e);
    }
  }

  private static PlatformException unwritable(Path to, IOException cause) {
    return new PlatformException(
        CsvError.CSV_UNWRITABLE,
        to + " cannot be written: " + cause + "; check the folder's rights and free space",
        cause);
  }

  private static CsvReport write(CsvFile file, Path part, Path to) throws IOException {
    Tally tally = new Tally();
    PlatformException damage = null;
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8), 1 << 16)) {
      writeRow(writer, file.format().columns().toArray(String[]::new));
      try {
        writeRows(file, writer, tally);
      } catch (PlatformException e) {
        damage = e;
      }
    }
    if (damage == null || damage.code() == CsvError.CSV_GZIP_DAMAGED) {
      Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
    }
    if (damage != null) {
      throw damage;
    }
    return tally.report(file);
  }

  private static void writeRows(CsvFile file, Writer writer, Tally tally) throws IOException {
    for (CsvRecord row = file.read(); row != null; row = file.read()) {
      tally.count(row);
      if (!row.isRejected()) {
        writeRow(writer, row.fields());
      }
    }
  }

  private static void writeRow(Writer writer, String[] fields) throws IOException {
    for (int index = 0; index < fields.length; index++) {
      if (index > 0) {
        writer.write(',');
      }
      writeField(writer, fields[index], fields.length == 1);
    }
    writer.write('\n');
  }

  /** An only field that is empty is quoted, or its line would be a blank one. */
  private static void writeField(Writer writer, String field, boolean only) throws IOException {
    boolean quote = only && field.isEmpty();
    for (int index = 0; index < field.length() && !quote; index++) {
      char character = field.charAt(index);
      quote = character == ',' || character == '"' || character == '\n' || character == '\r';
    }
    if (quote) {
      writer.write('"');
      writer.write(field.replace("\"", "\"\""));
      writer.write('"');
    } else {
      writer.write(field);
    }
  }

  /** Counts rows and keeps the first faults. */
  private static final class Tally {
    private final List<CsvFault> repaired = new ArrayList<>();
    private final List<CsvFault> rejected = new ArrayList<>();
    private long rows;
    private long repairedCount;
    private long rejectedCount;

    void count(CsvRecord row) {
      CsvFault fault = row.fault();
      if (row.isRejected()) {
        rejectedCount++;
        keep(rejected, fault);
      } else {
        rows++;
        repairedCount += fault == null ? 0 : 1;
        keep(repaired, fault);
      }
    }

    private static void keep(List<CsvFault> faults, @Nullable CsvFault fault) {
      if (fault != null && faults.size() < MOST_FAULTS) {
        faults.add(fault);
      }
    }

    CsvReport report(CsvFile file) {
      return new CsvReport(
          file.format(),
          rows,
          repaired,
          rejected,
          file.skipped(),
          new CsvReport.Counts(repairedCount, rejectedCount, file.skippedCount()));
    }
  }
}
