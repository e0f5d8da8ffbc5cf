package dev.tributary.api.folder;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the files of a folder one after the other. A broken one stops none of the others. */
final class FolderReader implements BatchReader {
  private final FolderFormat format;
  private final ReadRequest request;
  private final Iterator<FoundFile> files;
  private final List<SourceFault> faults = new ArrayList<>();
  private final double allFiles;
  private int filesRead;
  private @Nullable FoundFile file;
  private @Nullable FileRecords records;
  private FileState state = new FileState(0, 0, 0, true);

  FolderReader(List<FoundFile> files, FolderFormat format, ReadRequest request) {
    this.format = format;
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
      FoundFile present = file;
      FileRecords open = records;
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

  private void begin(FoundFile next) {
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
      FileRecords opened = format.open(next.path(), next.name());
      records = opened;
      opened.skip(state.records());
    } catch (IOException | ConnectorException broken) {
      fault(next, broken);
    }
  }

  private Optional<SourceBatch> batch(FoundFile present, FileRecords open) {
    long read = 0;
    long bytes = 0;
    boolean end = false;
    try {
      while (!end && read < request.maxRows() && bytes < request.maxBytes()) {
        OptionalLong size = open.read();
        end = size.isEmpty();
        read += end ? 0 : 1;
        bytes += size.orElse(0);
      }
    } catch (IOException | ConnectorException broken) {
      fault(present, broken);
      return read == 0 ? Optional.empty() : Optional.of(batch(present, open, read, false));
    }
    if (end) {
      leave();
    }
    return Optional.of(batch(present, open, read, end));
  }

  private SourceBatch batch(FoundFile present, FileRecords open, long read, boolean end) {
    state = state.after(state.records() + read, end);
    return open.take(new Checkpoint(present.name(), state.text()));
  }

  private void fault(FoundFile present, Exception broken) {
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
    FileRecords open = records;
    if (open != null) {
      open.close();
    }
  }
}
