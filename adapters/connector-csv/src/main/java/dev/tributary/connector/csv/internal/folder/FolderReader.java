package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads what is new in a folder, file after file. A file that cannot be read stops no other. */
final class FolderReader implements BatchReader {
  private static final System.Logger LOG = System.getLogger(FolderReader.class.getName());
  private static final int LOOK_FOR_INTERRUPT = 256;

  private final CsvConfig config;
  private final List<DropFile> files;
  private final Planner planner;
  private final BatchInWork batch;
  private final List<SourceFault> faults = new ArrayList<>();
  private final long bytesAtStart;
  private long bytesPassed;
  private int nextFile;
  private @Nullable OpenFile open;
  private boolean pruned;

  FolderReader(CsvConfig config, List<DropFile> files, Planner planner, ReadRequest request) {
    this.config = config;
    this.files = files;
    this.planner = planner;
    this.batch = new BatchInWork(request);
    this.bytesAtStart = files.stream().mapToLong(file -> file.stat().size()).sum();
  }

  @Override
  public Optional<SourceBatch> next() {
    while (!batch.full()) {
      OpenFile file = open;
      if (file != null) {
        if (!readOn(file)) {
          break;
        }
      } else if (nextFile < files.size()) {
        begin(files.get(nextFile++));
      } else {
        prune();
        break;
      }
    }
    OpenFile file = open;
    if (file != null && !batch.empty()) {
      batch.remember(file.file().partition(), file.stateWithin());
    }
    return batch.empty() ? Optional.empty() : Optional.of(batch.take());
  }

  private void begin(DropFile file) {
    try {
      switch (planner.plan(file)) {
        case Plan.Leave leave -> bytesPassed += file.stat().size();
        case Plan.Remember(FileState state, String formerly) -> {
          bytesPassed += file.stat().size();
          remember(file, state, formerly);
        }
        case Plan.Read read -> open = OpenFile.open(file, read, config);
      }
    } catch (IOException | PlatformException e) {
      fail(file, e);
    }
  }

  private void remember(DropFile file, FileState state, @Nullable String formerly) {
    note(file.partition(), state);
    if (formerly != null) {
      note(formerly, null);
    }
  }

  private void note(String partition, @Nullable FileState state) {
    if (!Objects.equals(planner.known().get(partition), state)) {
      batch.remember(partition, state);
      planner.learn(partition, state);
    }
  }

  /** Reads until the batch is full or the file ends; false when the batch must be handed out. */
  private boolean readOn(OpenFile file) {
    if (!batch.accepts(file.columns())) {
      return false;
    }
    try {
      int count = 0;
      while (!batch.full()) {
        if (count++ % LOOK_FOR_INTERRUPT == 0) {
          requireRunning();
        }
        CsvRecord record = file.read();
        if (record == null) {
          finish(file);
          return true;
        }
        take(file, record);
      }
    } catch (IOException | PlatformException e) {
      if (e instanceof ConnectorException stopped) {
        throw stopped;
      }
      // What was read of it stays valid, and the next run goes on behind it.
      note(file.file().partition(), file.stateWithin());
      close(file);
      fail(file.file(), e);
    }
    return true;
  }

  private void take(OpenFile file, CsvRecord record) {
    if (file.fits(record)) {
      batch.add(file.row(record), record.endByte() - record.startByte());
    } else {
      batch.add(file.rejected(record));
    }
  }

  private void finish(OpenFile file) throws IOException {
    if (file.skipped().count() > 0) {
      LOG.log(
          System.Logger.Level.INFO,
          "{0}: {1} lines are no rows, the first is {2}",
          file.file().partition(),
          file.skipped().count(),
          file.skipped().first().getFirst());
    }
    remember(file.file(), file.stateAtEnd(), file.formerly());
    close(file);
  }

  private void close(OpenFile file) {
    bytesPassed += file.file().stat().size();
    open = null;
    try {
      file.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing " + file.file().path() + " failed", e);
    }
  }

  private void fail(DropFile file, Exception cause) {
    ConnectorError code =
        cause instanceof PlatformException ? ConnectorError.MALFORMED : ConnectorError.FAILED;
    faults.add(new SourceFault(file.partition(), code, String.valueOf(cause.getMessage())));
  }

  private static void requireRunning() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ConnectorException(
          ConnectorError.STOPPED, "reading was stopped; it goes on from the last checkpoint");
    }
  }

  /** Forgets files that are long gone, the latest ones apart: these may come back as copies. */
  private void prune() {
    if (!pruned) {
      pruned = true;
      for (String partition : Vanished.toForget(planner.known(), files)) {
        note(partition, null);
      }
    }
  }

  @Override
  public OptionalDouble progress() {
    if (bytesAtStart == 0) {
      return OptionalDouble.of(1);
    }
    OpenFile file = open;
    double within = file == null ? 0 : file.share() * file.file().stat().size();
    return OptionalDouble.of(Math.clamp((bytesPassed + within) / bytesAtStart, 0.0, 1.0));
  }

  @Override
  public List<SourceFault> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    OpenFile file = open;
    if (file != null) {
      close(file);
    }
    nextFile = files.size();
    pruned = true;
  }
}
