package dev.tributary.connector.csv.internal.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file up to the size it had when it was looked at: what is written meanwhile comes next time.
 */
final class BoundedStream extends FilterInputStream {
  private final long size;
  private long left;

  BoundedStream(InputStream in, long size) {
    super(in);
    this.size = size;
    this.left = size;
  }

  /** How much of the file has been passed, from 0 to 1. */
  double share() {
    return size == 0 ? 1 : 1 - (double) left / size;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    int value = super.read();
    left -= value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int read = super.read(target, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(Math.min(bytes, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
