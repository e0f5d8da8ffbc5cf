package dev.tributary.ingest.internal.source;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that connectors may read files below. Thread-safe. */
public final class FileRoots {
  private final Path base;
  private final List<Path> roots;

  /**
   * Makes it.
   *
   * @param base the folder that relative paths start from; files below it may be read
   * @param others further folders
   */
  public FileRoots(Path base, List<Path> others) {
    this.base = base.toAbsolutePath().normalize();
    this.roots =
        Stream.concat(Stream.of(base), others.stream())
            .map(this.base::resolve)
            .map(FileRoots::real)
            .toList();
  }

  /**
   * Resolves a path.
   *
   * @param path absolute, or relative to the base folder
   * @return the absolute path, with links resolved as far as it exists
   * @throws ConnectorException if it is outside every root
   */
  public Path resolve(String path) {
    Path real;
    try {
      real = real(base.resolve(path));
    } catch (InvalidPathException invalid) {
      throw new ConnectorException(
          ConnectorError.MISSING, "'" + path + "' is no path; correct it", invalid);
    }
    if (roots.stream().noneMatch(real::startsWith)) {
      throw new ConnectorException(
          ConnectorError.DENIED,
          "'%s' is outside of the folders that may be read, %s; move it there or add its folder to files.roots"
              .formatted(path, roots));
    }
    return real;
  }

  /** Resolves links as far as the path exists, so that a link cannot lead out of a root. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path existing = absolute;
    while (existing != null) {
      try {
        return existing.toRealPath().resolve(existing.relativize(absolute));
      } catch (IOException missing) {
        existing = existing.getParent();
      }
    }
    return absolute;
  }
}
