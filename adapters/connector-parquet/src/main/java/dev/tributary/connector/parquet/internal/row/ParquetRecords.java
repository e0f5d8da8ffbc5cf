package dev.tributary.connector.parquet.internal.row;

import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.folder.FileRecords;
import dev.tributary.connector.parquet.internal.footer.Broken;
import dev.tributary.connector.parquet.internal.footer.Footer;
import dev.tributary.connector.parquet.internal.page.GroupPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/** The records of one file, row group by row group. */
final class ParquetRecords implements FileRecords {
  private static final int VALUE_BYTES = 16;

  private final FileChannel channel;
  private final String name;
  private final long maxMemory;
  private final Footer footer;
  private final SourceSchema columns;
  private final Iterator<RowGroup> groups;
  private @Nullable RecordReader<Group> reader;
  private long left;
  private long passed;
  private List<SourceRow> rows = new ArrayList<>();

  private ParquetRecords(FileChannel channel, String name, long maxMemory, Footer footer) {
    this.channel = channel;
    this.name = name;
    this.maxMemory = maxMemory;
    this.footer = footer;
    this.columns = columns(footer.schema());
    this.groups = footer.groups().iterator();
  }

  static ParquetRecords open(Path file, String name, long maxMemory) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean opened = false;
    try {
      Footer footer = Footer.read(channel, name, maxMemory);
      opened = true;
      return new ParquetRecords(channel, name, maxMemory, footer);
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private static SourceSchema columns(MessageType schema) {
    return SourceSchema.of(
        schema.getFields().stream()
            .map(field -> new SourceColumn(field.getName(), type(field)))
            .toList(),
        List.of());
  }

  private static ColumnType type(Type field) {
    return single(field) ? Scalars.type(field.asPrimitiveType()) : ColumnType.TEXT;
  }

  private static boolean single(Type field) {
    return field.isPrimitive() && !field.isRepetition(Repetition.REPEATED);
  }

  @Override
  public OptionalLong read() throws IOException {
    while (left == 0) {
      if (!groups.hasNext()) {
        return OptionalLong.empty();
      }
      begin(groups.next());
    }
    SourceRow row = row(next());
    rows.add(row);
    return OptionalLong.of(bytes(row));
  }

  @Override
  public void skip(long records) throws IOException {
    long rest = records;
    while (rest > 0 && groups.hasNext()) {
      RowGroup group = groups.next();
      if (group.getNum_rows() <= rest) {
        rest -= group.getNum_rows();
        passed += group.getNum_rows();
      } else {
        begin(group);
        for (; rest > 0; rest--) {
          next();
        }
      }
    }
  }

  private void begin(RowGroup group) throws IOException {
    left = group.getNum_rows();
    if (left > 0) {
      reader =
          decoded(() -> {
            MessageColumnIO io = new ColumnIOFactory(footer.writer()).getColumnIO(footer.schema());
            return io.getRecordReader(
                new GroupPages(channel, name, footer.schema(), group, maxMemory),
                new GroupRecordConverter(footer.schema()));
          });
    }
  }

  private Group next() throws IOException {
    RecordReader<Group> present = reader;
    if (present == null) {
      throw new IllegalStateException("no row group was begun");
    }
    Group record = decoded(present::read);
    left--;
    passed++;
    return record;
  }

  private SourceRow row(Group record) throws IOException {
    @Nullable Object[] values = new Object[columns.columns().size()];
    return decoded(() -> {
      for (int field = 0; field < values.length; field++) {
        values[field] = value(record, field);
      }
      return SourceRow.of(new SourcePosition.InDocument(name, passed - 1), values);
    });
  }

  private static @Nullable Object value(Group record, int field) {
    Type type = record.getType().getType(field);
    if (!single(type)) {
      return Nested.text(record, field);
    }
    return record.getFieldRepetitionCount(field) == 0
        ? null
        : Scalars.value(type.asPrimitiveType(), record, field, 0);
  }

  private static long bytes(SourceRow row) {
    long bytes = 0;
    for (int index = 0; index < row.width(); index++) {
      bytes += VALUE_BYTES + (row.value(index) instanceof String text ? text.length() : 0);
    }
    return bytes;
  }

  /** Something that decodes what a file holds. */
  @FunctionalInterface
  private interface Decoding<T> {
    T run();
  }

  /** What decoders make of damaged bytes is any exception at all. */
  private <T> T decoded(Decoding<T> work) throws IOException {
    try {
      return work.run();
    } catch (RuntimeException failed) {
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        if (cause instanceof ConnectorException known) {
          throw known;
        }
        if (cause instanceof UncheckedIOException unread) {
          throw unread.getCause();
        }
      }
      throw Broken.file(name, "is damaged: record " + passed + " cannot be decoded");
    }
  }

  @Override
  public SourceBatch take(Checkpoint checkpoint) {
    SourceBatch batch = SourceBatch.of(columns, rows, checkpoint);
    rows = new ArrayList<>();
    return batch;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
