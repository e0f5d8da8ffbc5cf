package dev.tributary.connector.parquet.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file. Several may be read in turns. */
final class ChannelRange extends InputStream {
  private final FileChannel channel;
  private final long end;
  private long position;

  ChannelRange(FileChannel channel, long from, long end) {
    this.channel = channel;
    this.position = from;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int wanted = (int) Math.min(length, end - position);
    int read = wanted <= 0 ? -1 : channel.read(ByteBuffer.wrap(target, from, wanted), position);
    position += Math.max(0, read);
    return read;
  }
}
