package dev.tributary.testkit;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourceRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Walks through a {@link FakeSource} in the order of its numbers, up to where it ended at first.
 */
final class FakeReader implements BatchReader {
  private final FakeSource source;
  private final int maxRows;
  private final long start;
  private final long end;
  private final long highest;
  private long last;

  FakeReader(FakeSource source, ReadRequest request) {
    this.source = source;
    this.maxRows = request.maxRows();
    this.highest = request.checkpoints().state(Checkpoints.WHOLE).map(Long::parseLong).orElse(0L);
    long back = request.mode() == ReadMode.INCREMENTAL ? source.overlap() : 0;
    this.start = Math.max(0, highest - back);
    this.last = start;
    this.end = source.lastNumber();
  }

  @Override
  public Optional<SourceBatch> next() {
    try {
      source.enter();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ConnectorException(ConnectorError.STOPPED, "stopped while reading", stopped);
    }
    List<FakeSource.Entry> entries = source.after(last, end, maxRows);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    last = entries.getLast().number();
    return Optional.of(batch(entries));
  }

  @Override
  public OptionalDouble progress() {
    return end <= start
        ? OptionalDouble.of(1)
        : OptionalDouble.of(Math.min(1, (double) (last - start) / (end - start)));
  }

  @Override
  public List<SourceFault> faults() {
    return source.faults();
  }

  @Override
  public void close() {
    // A fake source holds nothing open.
  }

  private SourceBatch batch(List<FakeSource.Entry> entries) {
    List<SourceRow> rows =
        entries.stream().map(FakeSource.Entry::row).filter(Objects::nonNull).toList();
    List<RejectedRow> rejected =
        entries.stream().map(FakeSource.Entry::rejected).filter(Objects::nonNull).toList();
    // The overlap is read again: the checkpoint must not fall behind where it stood.
    Checkpoint checkpoint = Checkpoint.whole(Long.toString(Math.max(last, highest)));
    return new SourceBatch(entries.getFirst().schema(), rows, rejected, List.of(checkpoint));
  }
}
