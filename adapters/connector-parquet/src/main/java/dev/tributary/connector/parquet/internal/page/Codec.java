package dev.tributary.connector.parquet.internal.page;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Decompresses pages. The size they should have is made sure of before anything is written. */
final class Codec {
  private Codec() {}

  static boolean reads(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> true;
      case LZO, BROTLI, LZ4, LZ4_RAW -> false;
    };
  }

  /**
   * Decompresses.
   *
   * @param bytes compressed, from an offset to their end
   * @param size how many bytes it should give
   * @throws IOException if it gives anything else
   */
  static byte[] decompress(CompressionCodec codec, byte[] bytes, int from, int size)
      throws IOException {
    int length = bytes.length - from;
    if (size == 0) {
      return new byte[0];
    }
    byte[] plain = new byte[size];
    long given =
        switch (codec) {
          case SNAPPY ->
              Snappy.uncompressedLength(bytes, from, length) == size
                  ? Snappy.uncompress(bytes, from, length, plain, 0)
                  : -1;
          case ZSTD -> Zstd.decompressByteArray(plain, 0, size, bytes, from, length);
          case GZIP -> gunzip(bytes, from, plain);
          case UNCOMPRESSED -> copy(bytes, from, plain);
          default -> -1;
        };
    if (given != size) {
      throw new IOException("a page does not have the size it should have");
    }
    return plain;
  }

  private static long gunzip(byte[] bytes, int from, byte[] plain) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
      int given = in.readNBytes(plain, 0, plain.length);
      return in.read() < 0 ? given : -1;
    }
  }

  private static long copy(byte[] bytes, int from, byte[] plain) {
    if (bytes.length - from != plain.length) {
      return -1;
    }
    System.arraycopy(bytes, from, plain, 0, plain.length);
    return plain.length;
  }
}
