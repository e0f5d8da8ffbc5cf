package dev.tributary.connector.csv;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.testkit.TestClock;
import dev.tributary.testkit.TestConnectorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A watched folder under a test's control, read like the platform reads it. */
final class DropFolder {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  final Path folder;
  final TestClock clock = TestClock.at(START);
  final Map<String, String> states = new HashMap<>();
  final List<String> rows = new ArrayList<>();
  final List<RejectedRow> rejected = new ArrayList<>();
  List<SourceFault> faults = List.of();
  private final Map<String, Object> settings = new HashMap<>();
  private int maxRows = 1000;

  DropFolder(Path folder) {
    this.folder = folder;
    settings.put("folder", folder.toString());
  }

  DropFolder with(String key, Object value) {
    settings.put(key, value);
    return this;
  }

  DropFolder batchesOf(int most) {
    maxRows = most;
    return this;
  }

  void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      touch(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void append(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      touch(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
  }

  void rest() {
    clock.advance(Duration.ofMinutes(1));
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  /** Everything there is to read; gives back the rows of this run alone. */
  List<String> run() {
    return run(Integer.MAX_VALUE);
  }

  /** Stores so many batches and loses the next one, as a crash does. */
  List<String> run(int batches) {
    int before = rows.size();
    TestConnectorContext context =
        TestConnectorContext.builder().settings(settings).clock(clock).build();
    ReadRequest request =
        new ReadRequest("files", ReadMode.INCREMENTAL, Checkpoints.of(states), maxRows, 1 << 20);
    try (SourceConnector connector = new CsvConnectorFactory().open(context);
        BatchReader reader = connector.read(request)) {
      for (int stored = 0; stored <= batches; stored++) {
        Optional<SourceBatch> batch = reader.next();
        if (batch.isEmpty() || stored == batches) {
          break;
        }
        store(batch.get());
      }
      faults = reader.faults();
    }
    return List.copyOf(rows.subList(before, rows.size()));
  }

  private void store(SourceBatch batch) {
    for (SourceRow row : batch.rows()) {
      List<String> values = new ArrayList<>();
      for (int index = 0; index < row.width(); index++) {
        values.add(String.valueOf(row.value(index)));
      }
      rows.add(String.join(",", values));
    }
    rejected.addAll(batch.rejected());
    for (Checkpoint checkpoint : batch.checkpoints()) {
      checkpoint
          .state()
          .ifPresentOrElse(
              state -> states.put(checkpoint.partition(), state),
              () -> states.remove(checkpoint.partition()));
    }
  }
}
