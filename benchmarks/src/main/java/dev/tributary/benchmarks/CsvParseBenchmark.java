package dev.tributary.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.tributary.connector.csv.CsvFile;
import dev.tributary.connector.csv.format.CsvConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reads one file of a million payments, about 120 MB, with every field as a string. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 2, jvmArgs = "-Xmx512m")
public class CsvParseBenchmark {
  private static final int ROWS = 1_000_000;

  private Path file = Path.of("");

  /** Writes the file. */
  @Setup(Level.Trial)
  public void write() throws IOException {
    file = Files.createTempFile("payments", ".csv");
    Payments.write(file, ROWS);
  }

  /** Removes the file. */
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** The peer: FastCSV, told the dialect. */
  @Benchmark
  public long fastCsv() throws IOException {
    long characters = 0;
    try (var reader = CsvReader.builder().ofCsvRecord(file)) {
      for (var row : reader) {
        for (int column = 0; column < row.getFieldCount(); column++) {
          characters += row.getField(column).length();
        }
      }
    }
    return characters;
  }

  /** Tributary, with encoding, dialect and header detected, and every row's position known. */
  @Benchmark
  public long tributary() {
    long characters = 0;
    try (CsvFile reader = CsvFile.open(file, CsvConfig.ofDefaults())) {
      for (var row = reader.read(); row != null; row = reader.read()) {
        for (String field : row.fields()) {
          characters += field.length();
        }
      }
    }
    return characters;
  }
}
