package dev.tributary.cli.internal.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file to rewrite.
 *
 * @param from the file to read
 * @param to the file to write
 */
public record CsvJob(Path from, Path to) {
  private static final String COMPRESSED = ".gz";

  /**
   * Pairs what there is to read with where it goes. Files of a folder keep their names below it;
   * only {@code .gz} is dropped, because what is written is not compressed.
   *
   * @param in a file or a folder
   * @param out a file or a folder
   * @return the jobs in order of their names
   * @throws IOException if the folder cannot be listed
   */
  public static List<CsvJob> of(Path in, Path out) throws IOException {
    if (!Files.exists(in)) {
      throw new NoSuchFileException(in.toString());
    }
    if (!Files.isDirectory(in)) {
      return List.of(
          new CsvJob(in, Files.isDirectory(out) ? out.resolve(plain(in.getFileName())) : out));
    }
    Path written = out.toAbsolutePath().normalize();
    try (Stream<Path> files = Files.walk(in)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isInside(written, in, file))
          .sorted()
          .map(file -> new CsvJob(file, out.resolve(plain(in.relativize(file)).toString())))
          .toList();
    }
  }

  /**
   * Tells whether the file to write is the one to read.
   *
   * @return true if rewriting would destroy what is read
   */
  public boolean isInPlace() {
    return from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize());
  }

  /** What an earlier run has written into a folder below the input is no input. */
  private static boolean isInside(Path written, Path in, Path file) {
    return !written.equals(in.toAbsolutePath().normalize())
        && file.toAbsolutePath().normalize().startsWith(written);
  }

  private static Path plain(Path name) {
    String text = name.toString();
    return text.endsWith(COMPRESSED)
        ? Path.of(text.substring(0, text.length() - COMPRESSED.length()))
        : name;
  }
}
