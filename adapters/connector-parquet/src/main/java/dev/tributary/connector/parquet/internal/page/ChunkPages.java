package dev.tributary.connector.parquet.internal.page;

import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.parquet.internal.footer.Broken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one column in one row group, read as they are asked for: one of them and the
 * dictionary are held, never the column. Used by one thread.
 */
final class ChunkPages implements PageReader {
  private static final int BUFFER_BYTES = 1 << 14;

  private final String file;
  private final ColumnDescriptor column;
  private final ColumnMetaData chunk;
  private final Budget budget;
  private final InputStream content;
  private @Nullable PageHeader ahead;
  private long values;
  private long held;

  ChunkPages(
      FileChannel channel,
      String file,
      ColumnDescriptor column,
      ColumnMetaData chunk,
      Budget budget) {
    this.file = file;
    this.column = column;
    this.chunk = chunk;
    this.budget = budget;
    long begin =
        chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > 0
            ? Math.min(chunk.getDictionary_page_offset(), chunk.getData_page_offset())
            : chunk.getData_page_offset();
    this.content =
        new BufferedInputStream(
            new ChannelRange(channel, begin, begin + chunk.getTotal_compressed_size()),
            BUFFER_BYTES);
  }

  @Override
  public long getTotalValueCount() {
    return chunk.getNum_values();
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    PageHeader header = header();
    if (header.getType() != PageType.DICTIONARY_PAGE) {
      ahead = header;
      return null;
    }
    DictionaryPageHeader says = header.getDictionary_page_header();
    byte[] plain = plain(header, body(header), 0);
    return new DictionaryPage(
        BytesInput.from(plain), says.getNum_values(), encoding(says.getEncoding()));
  }

  /** Never null: the platform's rows are counted by the footer, and their values must be there. */
  @Override
  public DataPage readPage() {
    budget.giveBack(held);
    long before = budget.held();
    PageHeader header = ahead == null ? header() : ahead;
    ahead = null;
    while (!header.isSetData_page_header() && !header.isSetData_page_header_v2()) {
      body(header);
      header = header();
    }
    DataPage page =
        header.isSetData_page_header_v2()
            ? second(header, header.getData_page_header_v2())
            : first(header, header.getData_page_header());
    held = budget.held() - before;
    values += page.getValueCount();
    if (page.getValueCount() <= 0 || values > chunk.getNum_values()) {
      throw damaged("has a page with a wrong number of values");
    }
    return page;
  }

  private DataPage first(PageHeader header, DataPageHeader says) {
    byte[] plain = plain(header, body(header), 0);
    return new DataPageV1(
        BytesInput.from(plain),
        says.getNum_values(),
        plain.length,
        noStatistics(),
        encoding(says.getRepetition_level_encoding()),
        encoding(says.getDefinition_level_encoding()),
        encoding(says.getEncoding()));
  }

  /** Of the second kind of page the levels are never compressed. */
  private DataPage second(PageHeader header, DataPageHeaderV2 says) {
    byte[] body = body(header);
    int repetition = says.getRepetition_levels_byte_length();
    int levels = repetition + says.getDefinition_levels_byte_length();
    if (repetition < 0 || levels < repetition || levels > body.length) {
      throw damaged("has a page with wrong levels");
    }
    boolean compressed = !says.isSetIs_compressed() || says.isIs_compressed();
    BytesInput data =
        compressed
            ? BytesInput.from(plain(header, body, levels))
            : BytesInput.from(body, levels, body.length - levels);
    return DataPageV2.uncompressed(
        says.getNum_rows(),
        says.getNum_nulls(),
        says.getNum_values(),
        BytesInput.from(body, 0, repetition),
        BytesInput.from(body, repetition, levels - repetition),
        encoding(says.getEncoding()),
        data,
        noStatistics());
  }

  private PageHeader header() {
    try {
      return Util.readPageHeader(content);
    } catch (IOException broken) {
      throw damaged("ends early, or has a page that cannot be understood");
    }
  }

  private byte[] body(PageHeader header) {
    int length = header.getCompressed_page_size();
    if (length < 0 || header.getUncompressed_page_size() < 0) {
      throw damaged("has a page of less than no bytes");
    }
    if (!budget.take(Math.max(length, header.getUncompressed_page_size()))) {
      throw Broken.because(
          file,
          "needs more than %d bytes of memory at column %s"
              .formatted(budget.most(), String.join(".", column.getPath())),
          "raise max_memory, or write the file with smaller pages");
    }
    try {
      byte[] body = content.readNBytes(length);
      if (body.length < length) {
        throw damaged("ends early");
      }
      if (header.isSetCrc() && crc(body) != header.getCrc()) {
        throw damaged("has a page whose checksum is wrong");
      }
      return body;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private byte[] plain(PageHeader header, byte[] body, int from) {
    try {
      return Codec.decompress(
          chunk.getCodec(), body, from, header.getUncompressed_page_size() - from);
    } catch (IOException | RuntimeException broken) {
      throw damaged("has a page that cannot be decompressed");
    }
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private Statistics<?> noStatistics() {
    return Statistics.noopStats(column.getPrimitiveType());
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }

  private ConnectorException damaged(String problem) {
    return Broken.file(
        file, "is damaged: column " + String.join(".", column.getPath()) + " " + problem);
  }
}
