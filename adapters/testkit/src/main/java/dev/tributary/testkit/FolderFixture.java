package dev.tributary.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/**
 * A source that is a folder: rows come in files of their own. Its settings are {@code folder} and
 * {@code settle}; the contract asks for nothing else.
 */
public abstract class FolderFixture implements ConnectorFixture {
  private static final long FIRST_MILLIS = 1_700_000_000_000L;

  private final Path folder;

  /**
   * Makes a fixture.
   *
   * @param folder an empty folder, which goes with the test
   */
  protected FolderFixture(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes a file of rows, each with its id in the column {@code id}.
   *
   * @param folder where to
   * @param firstId the id of the first row
   * @param count how many rows
   * @return the file
   * @throws IOException if it cannot be written
   */
  protected abstract Path write(Path folder, long firstId, int count) throws IOException;

  @Override
  public final void add(long firstId, int count) {
    try {
      Path file = write(folder, firstId, count);
      Files.setLastModifiedTime(file, FileTime.fromMillis(FIRST_MILLIS + firstId));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public final Map<String, Object> settings() {
    return Map.of("folder", folder.toString(), "settle", "0s");
  }

  @Override
  public final Optional<Map<String, Object>> deadSettings() {
    return Optional.of(Map.of("folder", folder.resolve("gone").toString()));
  }

  @Override
  public final String stream() {
    return "files";
  }

  @Override
  public final void close() {
    // The files go with the test's folder.
  }
}
