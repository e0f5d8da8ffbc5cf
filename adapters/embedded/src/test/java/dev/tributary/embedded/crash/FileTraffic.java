package dev.tributary.embedded.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * A program that drops files: some grow line by line, and stand with half a line in between, others
 * come whole and compressed.
 */
final class FileTraffic implements Traffic {
  private static final String HEADER = "id,label,revision\n";
  private static final int LONGEST_PAUSE_MILLIS = 60;
  private static final int FILES_BEFORE_GZIP = 3;

  private final Path folder;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<String, String> rows = new TreeMap<>();
  private final SplittableRandom random = new SplittableRandom(7);
  private final Thread writer = Thread.ofVirtual().unstarted(this::write);
  private long lastId;

  FileTraffic(Path folder) {
    this.folder = folder;
  }

  @Override
  public void start() {
    writer.start();
  }

  @Override
  public void stop() throws InterruptedException {
    ended.set(true);
    writer.join();
  }

  @Override
  public Map<String, String> rows() {
    return rows;
  }

  private void write() {
    try {
      for (int file = 1; !ended.get(); file++) {
        if (file % FILES_BEFORE_GZIP == 0) {
          drop(file);
        } else {
          grow(file);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void grow(int file) throws IOException {
    Path grown = folder.resolve("orders-%06d.csv".formatted(file));
    append(grown, HEADER);
    for (int part = 0; part < 30 && !ended.get(); part++) {
      String lines = lines(1 + random.nextInt(25));
      int cut = random.nextInt(lines.length());
      append(grown, lines.substring(0, cut));
      rest();
      append(grown, lines.substring(cut));
      rest();
    }
  }

  private void drop(int file) throws IOException {
    Path part = folder.resolve("orders-%06d.csv.gz.part".formatted(file));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      out.write((HEADER + lines(400)).getBytes(UTF_8));
    }
    Files.move(
        part, folder.resolve("orders-%06d.csv.gz".formatted(file)), StandardCopyOption.ATOMIC_MOVE);
  }

  private String lines(int count) {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < count; line++) {
      String id = Long.toString(++lastId);
      rows.put(id, "order " + id + "/1");
      lines.append(id).append(",order ").append(id).append(",1\n");
    }
    return lines.toString();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rest() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_PAUSE_MILLIS)));
  }
}
