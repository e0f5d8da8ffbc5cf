package dev.tributary.connector.json.internal.folder;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.connector.json.internal.record.Found;
import dev.tributary.connector.json.internal.record.JsonRecords;
import dev.tributary.connector.json.internal.record.RowMaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads the files of a folder one after the other. A broken one stops none of the others. */
final class FolderReader implements BatchReader {
  private final FolderConfig config;
  private final RowMaker rows;
  private final ReadRequest request;
  private final Iterator<JsonFile> files;
  private final List<SourceFault> faults = new ArrayList<>();
  private final double allFiles;
  private int filesRead;
  private @Nullable JsonFile file;
  private @Nullable JsonRecords records;
  private FileState state = new FileState(0, 0, 0, true);

  FolderReader(List<JsonFile> files, FolderConfig config, RowMaker rows, ReadRequest request) {
    this.config = config;
    this.rows = rows;
    this.request = request;
    this.files = files.iterator();
    this.allFiles = files.size();
  }

  @Override
  public Optional<SourceBatch> next() {
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ConnectorException(ConnectorError.STOPPED, "reading was stopped");
      }
      JsonFile present = file;
      JsonRecords open = records;
      if (present != null && open != null) {
        Optional<SourceBatch> batch = batch(present, open);
        if (batch.isPresent()) {
          return batch;
        }
      } else if (!files.hasNext()) {
        return Optional.empty();
      } else {
        begin(files.next());
      }
    }
  }

  private void begin(JsonFile next) {
    state =
        request
            .checkpoints()
            .state(next.name())
            .map(FileState::parse)
            .filter(known -> known.of(next))
            .orElseGet(() -> FileState.beginning(next));
    if (!next.rested() || state.done()) {
      filesRead++;
      return;
    }
    file = next;
    try {
      records = JsonRecords.open(next.path(), next.name(), config.maxRecord());
      for (long skipped = 0; skipped < state.records(); skipped++) {
        records.next();
      }
    } catch (IOException | ConnectorException broken) {
      fault(next, broken);
    }
  }

  private Optional<SourceBatch> batch(JsonFile present, JsonRecords open) {
    List<Found> found = new ArrayList<>();
    long bytes = 0;
    boolean end = false;
    try {
      while (!end && found.size() < request.maxRows() && bytes < request.maxBytes()) {
        Optional<Found> one = open.next();
        one.ifPresent(found::add);
        bytes += one.map(Found::bytes).orElse(0L);
        end = one.isEmpty();
      }
    } catch (IOException | ConnectorException broken) {
      fault(present, broken);
      return found.isEmpty() ? Optional.empty() : Optional.of(batch(present, found, false));
    }
    if (end) {
      leave();
    }
    return Optional.of(batch(present, found, end));
  }

  private SourceBatch batch(JsonFile present, List<Found> found, boolean end) {
    state = state.after(state.records() + found.size(), end);
    return rows.batch(found, new Checkpoint(present.name(), state.text()));
  }

  private void fault(JsonFile present, Exception broken) {
    boolean known = broken instanceof ConnectorException;
    faults.add(
        new SourceFault(
            present.name(),
            known ? ConnectorError.MALFORMED : ConnectorError.FAILED,
            known
                ? String.valueOf(broken.getMessage())
                : present.path() + " cannot be read: " + broken.getMessage() + "; send it again"));
    leave();
  }

  private void leave() {
    close();
    file = null;
    records = null;
    filesRead++;
  }

  @Override
  public OptionalDouble progress() {
    return allFiles == 0 ? OptionalDouble.empty() : OptionalDouble.of(filesRead / allFiles);
  }

  @Override
  public List<SourceFault> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    JsonRecords open = records;
    if (open != null) {
      open.close();
    }
  }
}
