package dev.tributary.connector.csv.internal.folder;

import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.internal.reading.Resume;
import dev.tributary.connector.csv.internal.reading.SkippedLines;
import dev.tributary.connector.csv.internal.reading.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One file being read, with the state that follows each of its records. */
final class OpenFile implements AutoCloseable {
  private final DropFile file;
  private final @Nullable FileState from;
  private final @Nullable String formerly;
  private final BoundedStream bytes;
  private final TableReader reader;
  private final FileState.Head head;
  private final List<String> columns;
  private boolean began;

  private OpenFile(
      DropFile file, Plan.Read plan, BoundedStream bytes, TableReader reader, FileState.Head head) {
    this.file = file;
    this.from = plan.from();
    this.formerly = plan.formerly();
    this.bytes = bytes;
    this.reader = reader;
    this.head = head;
    this.columns = ColumnNames.unique(reader.format().columns());
  }

  static OpenFile open(DropFile file, Plan.Read plan, CsvConfig config) throws IOException {
    FileState.Head head = Planner.head(file);
    BoundedStream bytes = new BoundedStream(Files.newInputStream(file.path()), file.stat().size());
    boolean opened = false;
    try {
      FileState state = plan.from();
      Resume next = state == null || state.next().offset() == 0 ? null : state.next();
      TableReader reader = TableReader.open(bytes, file.partition(), config, next, !file.rested());
      opened = true;
      return new OpenFile(file, plan, bytes, reader, head);
    } finally {
      if (!opened) {
        bytes.close();
      }
    }
  }

  DropFile file() {
    return file;
  }

  @Nullable String formerly() {
    return formerly;
  }

  List<String> columns() {
    return columns;
  }

  double share() {
    return bytes.share();
  }

  SkippedLines skipped() {
    return reader.skipped();
  }

  @Nullable CsvRecord read() throws IOException {
    CsvRecord record = reader.read();
    began |= record != null;
    return record;
  }

  /** The state after the last record read, to be asked for between two of them. */
  FileState stateWithin() {
    return new FileState(file.stat(), false, reader.resume(), head, ContentHash.NOTHING);
  }

  /**
   * The state once there are no more records. A file of which nothing was taken yet is looked at
   * anew when it grows, because a header alone says too little about a dialect.
   */
  FileState stateAtEnd() throws IOException {
    boolean finished = reader.exhausted();
    boolean anything = began || (from != null && from.next().offset() > 0);
    Resume next = anything ? reader.resumeIfGrown() : new Resume(0, 1, 0, 0, false);
    ContentHash known = from == null ? ContentHash.NOTHING : from.content();
    ContentHash content =
        finished ? ContentHash.of(file.path(), file.stat().size(), known) : ContentHash.NOTHING;
    return new FileState(file.stat(), finished, next, head, content);
  }

  boolean fits(CsvRecord record) {
    return !record.isRejected() && record.fields().length == columns.size();
  }

  SourceRow row(CsvRecord record) {
    return SourceRow.of(position(record), (Object[]) record.fields());
  }

  RejectedRow rejected(CsvRecord record) {
    CsvFault fault = record.fault();
    return fault == null
        ? new RejectedRow(position(record), "", "unreadable", "the row could not be read")
        : new RejectedRow(
            position(record),
            fault.text(),
            fault.kind().name().toLowerCase(Locale.ROOT),
            fault.message());
  }

  private SourcePosition position(CsvRecord record) {
    return new SourcePosition.InFile(file.partition(), record.line(), record.startByte());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
