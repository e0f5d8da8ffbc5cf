package dev.tributary.ingest.internal.upload;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.ingest.config.IngestError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Keeps uploaded files: {@code uploads/<source>/<job>/<name>} while they wait, {@code
 * uploads-failed/<source>/<job>/<name>} when they could not be read. Thread-safe.
 */
final class UploadFolder {
  private static final System.Logger LOG = System.getLogger(UploadFolder.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_NAME = 120;

  private final Path dataDir;
  private final long maxBytes;

  UploadFolder(Path dataDir, long maxBytes) {
    this.dataDir = dataDir;
    this.maxBytes = maxBytes;
  }

  /** Where the file of a job is while it waits. */
  Path folder(String sourceId, String jobId) {
    return dataDir.resolve("uploads").resolve(sourceId).resolve(jobId);
  }

  /**
   * Writes a file, makes sure it is on disk, and only then gives it its name.
   *
   * @throws IOException if the content cannot be read; nothing is kept then
   * @throws PlatformException if the file cannot be kept; nothing is kept then
   */
  Path keep(String sourceId, String jobId, UploadRequest request, InputStream content)
      throws IOException {
    Path folder = folder(sourceId, jobId);
    Path file = folder.resolve(safeName(request));
    Path part = folder.resolveSibling(jobId + ".part");
    boolean kept = false;
    // What a process left that was killed while the upload of this key came in.
    forget(part);
    forget(folder);
    try {
      write(part, content);
      onDisk(() -> {
        Files.createDirectories(folder);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        return file;
      });
      kept = true;
      return file;
    } finally {
      if (!kept) {
        forget(part);
        forget(folder);
      }
    }
  }

  /** Removes a job's file. */
  void remove(String sourceId, String jobId) {
    forget(folder(sourceId, jobId));
  }

  /** Puts the file of a job aside. */
  void putAside(String sourceId, String jobId) {
    Path folder = folder(sourceId, jobId);
    Path aside = aside(sourceId, jobId);
    try {
      Files.createDirectories(aside.getParent());
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "the failed upload " + folder + " stays where it is", failure);
    }
  }

  /** Removes a job's file that was put aside. */
  void removeAside(String sourceId, String jobId) {
    forget(aside(sourceId, jobId));
  }

  private Path aside(String sourceId, String jobId) {
    return dataDir.resolve("uploads-failed").resolve(sourceId).resolve(jobId);
  }

  private void write(Path part, InputStream content) throws IOException {
    FileChannel channel =
        onDisk(() -> {
          Files.createDirectories(part.getParent());
          return FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        });
    try (channel) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long written = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > maxBytes) {
          throw new PlatformException(
              IngestError.UPLOAD_TOO_LARGE,
              "the file is larger than %d bytes; split it, or raise uploads.max_file"
                  .formatted(maxBytes));
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        onDisk(() -> {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          return bytes;
        });
      }
      onDisk(() -> {
        channel.force(true);
        return channel;
      });
    }
  }

  /** Something that touches the disk. */
  @FunctionalInterface
  private interface DiskWork<T> {
    T run() throws IOException;
  }

  private <T> T onDisk(DiskWork<T> work) {
    try {
      return work.run();
    } catch (IOException failure) {
      throw new PlatformException(
          IngestError.UPLOAD_NOT_KEPT,
          "the file cannot be kept in %s (%s); free space there or make it writable"
              .formatted(dataDir, failure.getMessage()),
          failure);
    }
  }

  /** A rename is safe once the folder is; not every system lets a folder be forced. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      LOG.log(Level.DEBUG, "folder {0} cannot be forced to disk", folder);
    }
  }

  private static void forget(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "the upload " + path + " cannot be removed", failure);
    }
  }

  /** The name of the one file of a job. */
  String fileName(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).findFirst().orElse("");
    } catch (IOException gone) {
      throw new PlatformException(
          IngestError.UPLOAD_NOT_KEPT, folder + " cannot be listed; upload the file again", gone);
    }
  }

  /** The name tells the format as well, so that it is known after a restart. */
  private static String safeName(UploadRequest request) {
    String name = safeName(request.fileName());
    return FileFormat.ofName(name) == request.format()
        ? name
        : name + "." + request.format().name().toLowerCase(Locale.ROOT);
  }

  private static String safeName(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String safe = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^\\.+", "").strip();
    String cut = safe.length() > MOST_NAME ? safe.substring(safe.length() - MOST_NAME) : safe;
    return cut.isEmpty() ? "upload" : cut;
  }
}
