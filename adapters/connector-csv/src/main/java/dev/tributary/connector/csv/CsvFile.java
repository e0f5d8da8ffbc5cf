package dev.tributary.connector.csv;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvError;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.internal.reading.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delimited file, read in order and in bounded memory. Encoding, compression, dialect, the
 * place of the table and its header are found when it is opened, unless they are declared.
 *
 * <pre>{@code
 * try (CsvFile file = CsvFile.open(path, CsvConfig.ofDefaults())) {
 *   for (CsvRecord row = file.read(); row != null; row = file.read()) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class CsvFile implements AutoCloseable {
  private final String name;
  private final TableReader reader;

  private CsvFile(String name, TableReader reader) {
    this.name = name;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @param path the file, plain or compressed with gzip
   * @param config what is declared about it
   * @return the file at its first record
   * @throws PlatformException with a {@link CsvError} if it cannot be read, is empty, is no
   *     delimited text, or has other columns than declared
   */
  public static CsvFile open(Path path, CsvConfig config) {
    try {
      return open(Files.newInputStream(path), path.toString(), config);
    } catch (NoSuchFileException e) {
      throw new PlatformException(CsvError.CSV_UNREADABLE, path + " does not exist", e);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /**
   * Reads a stream.
   *
   * @param in the bytes; closed with the file, and when opening fails
   * @param name what to call it in messages
   * @param config what is declared about it
   * @return the file at its first record
   * @throws PlatformException as {@link #open(Path, CsvConfig)}
   */
  public static CsvFile open(InputStream in, String name, CsvConfig config) {
    boolean opened = false;
    try {
      TableReader reader = TableReader.open(in, name, config, null, false);
      opened = true;
      return new CsvFile(name, reader);
    } catch (IOException e) {
      throw unreadable(name, e);
    } finally {
      if (!opened) {
        closeQuietly(in);
      }
    }
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      System.getLogger(CsvFile.class.getName())
          .log(System.Logger.Level.DEBUG, "closing a file that could not be read failed", e);
    }
  }

  private static PlatformException unreadable(String name, IOException cause) {
    return new PlatformException(
        CsvError.CSV_UNREADABLE, name + " cannot be read: " + cause.getMessage(), cause);
  }

  /**
   * What the file looks like.
   *
   * @return encoding, dialect and columns, detected or declared
   */
  public CsvFormat format() {
    return reader.format();
  }

  /**
   * Reads on. A record with a {@link CsvRecord#fault()} was repaired, or is rejected and must not
   * be used.
   *
   * @return the next record, or null at the end of the file
   * @throws PlatformException with {@link CsvError#CSV_GZIP_DAMAGED} where a compressed file is cut
   *     off, or {@link CsvError#CSV_UNREADABLE}
   */
  public @Nullable CsvRecord read() {
    try {
      return reader.read();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Lines that are no rows: before, within and behind the table. Complete once {@link #read()} has
   * returned null.
   *
   * @return the first thousand of them
   */
  public List<CsvFault> skipped() {
    return reader.skipped().first();
  }

  /**
   * How many lines were skipped so far.
   *
   * @return all of them
   */
  public long skippedCount() {
    return reader.skipped().count();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }
}
