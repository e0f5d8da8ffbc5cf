package dev.tributary.core.internal.pool;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process from opening a SQLite file as its own. Ends with the process. */
final class FileLock implements AutoCloseable {
  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  static FileLock of(Path file) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      return taken(
          file, FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException denied) {
      throw new PlatformException(
          PlatformError.STORE_FULL,
          "the central store "
              + file
              + " may not be written ("
              + denied
              + "); grant write access to its folder, or choose another one",
          denied);
    }
  }

  private static FileLock taken(Path file, FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return new FileLock(channel);
      }
    } catch (OverlappingFileLockException sameProcess) {
      channel.close();
      throw inUse(file, "this process has opened it already", sameProcess);
    }
    channel.close();
    throw inUse(file, "another process uses it", null);
  }

  private static PlatformException inUse(
      Path file, String who, @org.jspecify.annotations.Nullable Throwable cause) {
    return new PlatformException(
        PlatformError.STORE_UNAVAILABLE,
        "the central store "
            + file
            + " is in use: "
            + who
            + "; stop the other one, give this one a file of its own, or share a PostgreSQL store",
        cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
