package dev.tributary.cli.internal.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file in UTF-8 that is seen whole or not at all: it is written under another name beside
 * its place and moved there by {@link #keep()}. Closed before that, it leaves no trace. Used by one
 * thread.
 */
public final class WholeFile implements AutoCloseable {
  private final Path to;
  private final Path part;
  private final Writer writer;

  private WholeFile(Path to, Path part, Writer writer) {
    this.to = to;
    this.part = part;
    this.writer = writer;
  }

  /**
   * Begins a file.
   *
   * @param to its place; the folders on the way are made, and a file that is there stays until
   *     {@link #keep()}
   * @return the file
   * @throws IOException if it cannot be written
   */
  public static WholeFile begin(Path to) throws IOException {
    Path place = to.toAbsolutePath();
    Path folder = place.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // Not createTempFile, whose files nobody but the owner may read.
    Path part =
        place.resolveSibling(
            "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    return new WholeFile(place, part, Files.newBufferedWriter(part));
  }

  /**
   * Writes a line.
   *
   * @param line without a line end
   * @throws IOException if the disk is full, for example
   */
  public void line(String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }

  /**
   * Puts what was written in its place, in the stead of what may be there.
   *
   * @throws IOException if that fails; the place is then as it was
   */
  public void keep() throws IOException {
    writer.close();
    Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      Files.deleteIfExists(part);
    }
  }
}
