package dev.tributary.connector.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Lets the reference writer compress without Hadoop. */
final class PlainCodecs implements CompressionCodecFactory {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Compressor(codec);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("only writes");
  }

  @Override
  public void release() {
    // Nothing is held.
  }

  private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput plain) throws IOException {
      byte[] bytes = plain.toInputStream().readAllBytes();
      return BytesInput.from(
          switch (codec) {
            case SNAPPY -> Snappy.compress(bytes);
            case ZSTD -> Zstd.compress(bytes);
            case GZIP -> gzip(bytes);
            default -> bytes;
          });
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(target)) {
        out.write(bytes);
      }
      return target.toByteArray();
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {
      // Nothing is held.
    }
  }
}
