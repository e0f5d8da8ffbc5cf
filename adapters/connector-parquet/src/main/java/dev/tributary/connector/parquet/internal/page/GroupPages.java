package dev.tributary.connector.parquet.internal.page;

import dev.tributary.connector.parquet.internal.footer.Broken;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The columns of one row group. Used by one thread. */
public final class GroupPages implements PageReadStore {
  private final RowGroup group;
  private final Map<List<String>, PageReader> columns = new HashMap<>();

  /**
   * Finds every column; reads nothing yet.
   *
   * @param channel the file
   * @param file what messages call it
   * @param schema its columns
   * @param group where the group's bytes are
   * @param most the most bytes to hold at once
   * @throws dev.tributary.api.connector.ConnectorException if the file contradicts itself, or is
   *     written in a way that is not read
   */
  public GroupPages(
      FileChannel channel, String file, MessageType schema, RowGroup group, long most) {
    this.group = group;
    Budget budget = new Budget(most);
    Map<List<String>, ColumnMetaData> chunks = new HashMap<>();
    for (ColumnChunk chunk : group.getColumns()) {
      if (chunk.isSetFile_path() || !chunk.isSetMeta_data()) {
        throw Broken.because(
            file, "keeps columns in other files, or encrypts them", "write it as one plain file");
      }
      chunks.put(chunk.getMeta_data().getPath_in_schema(), chunk.getMeta_data());
    }
    for (ColumnDescriptor column : schema.getColumns()) {
      List<String> path = List.of(column.getPath());
      ColumnMetaData chunk = chunks.get(path);
      columns.put(
          path, new ChunkPages(channel, file, column, verified(file, column, chunk), budget));
    }
  }

  private ColumnMetaData verified(
      String file, ColumnDescriptor column, @Nullable ColumnMetaData chunk) {
    String name = String.join(".", column.getPath());
    if (chunk == null) {
      throw Broken.file(file, "has a row group without column " + name);
    }
    if (!Codec.reads(chunk.getCodec())) {
      throw Broken.because(
          file,
          "is compressed with %s at column %s".formatted(chunk.getCodec(), name),
          "write it with snappy, gzip or zstd");
    }
    boolean one = column.getMaxRepetitionLevel() == 0;
    if (one && chunk.getNum_values() != group.getNum_rows()) {
      throw Broken.file(
          file,
          "is damaged: column %s has %d values in %d rows"
              .formatted(name, chunk.getNum_values(), group.getNum_rows()));
    }
    return chunk;
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return Objects.requireNonNull(columns.get(List.of(column.getPath())));
  }

  @Override
  public long getRowCount() {
    return group.getNum_rows();
  }
}
