package dev.tributary.connector.parquet.internal.footer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;

/**
 * The end of a Parquet file, which says what stands in it.
 *
 * @param schema the columns
 * @param groups the row groups in order
 * @param writer which program wrote it; empty if it does not say
 */
public record Footer(MessageType schema, List<RowGroup> groups, String writer) {
  private static final int MAGIC_BYTES = 4;
  private static final int TAIL_BYTES = 8;
  private static final String PLAIN = "PAR1";
  private static final String ENCRYPTED = "PARE";

  /**
   * Reads it.
   *
   * @param channel the file
   * @param file what messages call it
   * @param most the most bytes it may have
   * @return what the file says
   * @throws IOException if it cannot be read
   * @throws dev.tributary.api.connector.ConnectorException if it is no Parquet file, or a broken
   *     one
   */
  public static Footer read(FileChannel channel, String file, long most) throws IOException {
    long size = channel.size();
    if (!text(bytes(channel, 0, MAGIC_BYTES), 0).startsWith("PAR")) {
      throw Broken.because(file, "is no Parquet file", "see what was sent in its place");
    }
    byte[] tail = bytes(channel, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
    String magic = text(tail, MAGIC_BYTES);
    if (magic.equals(ENCRYPTED)) {
      throw Broken.because(file, "is encrypted", "decrypt it before");
    }
    if (!magic.equals(PLAIN) || size < MAGIC_BYTES + TAIL_BYTES) {
      throw Broken.file(file, "is cut off after " + size + " bytes: its footer is missing");
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (length > size - MAGIC_BYTES - TAIL_BYTES) {
      throw Broken.file(file, "has a footer that should be longer than the file");
    }
    if (length > most) {
      throw Broken.because(
          file, "has a footer of " + length + " bytes", "raise max_memory to read it");
    }
    return of(parsed(bytes(channel, size - TAIL_BYTES - length, (int) length), file), file);
  }

  private static Footer of(FileMetaData found, String file) {
    MessageType schema = new SchemaTree(found.getSchema(), file).read();
    return new Footer(
        schema,
        List.copyOf(found.getRow_groups()),
        found.isSetCreated_by() ? found.getCreated_by() : "");
  }

  private static FileMetaData parsed(byte[] footer, String file) {
    try {
      return Util.readFileMetaData(new ByteArrayInputStream(footer), footer.length);
    } catch (IOException | RuntimeException broken) {
      throw Broken.file(file, "has a footer that cannot be understood");
    }
  }

  /** As many bytes as there are, up to a number. */
  private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // Channels hand out what they have.
    }
    return buffer.array();
  }

  private static String text(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.US_ASCII);
  }
}
