package dev.tributary.connector.csv.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose beginning can be looked at before it is read. A failure while looking is kept and
 * thrown where it happened, so that what comes before it can still be read.
 */
final class SampledStream extends InputStream {
  private final InputStream in;
  private final byte[] sample;
  private int length;
  private int at;
  private boolean complete;
  private @Nullable IOException failure;

  SampledStream(InputStream in, int most) {
    this.in = in;
    this.sample = new byte[most];
    try {
      while (length < most && !complete) {
        int read = in.read(sample, length, most - length);
        complete = read < 0;
        length += Math.max(0, read);
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  byte[] sample() {
    return sample;
  }

  int length() {
    return length;
  }

  /** Whether the sample is all there is to read, the failure apart. */
  boolean complete() {
    return complete || failure != null;
  }

  /** Moves on to an offset; not past the end. */
  void skipTo(long offset) throws IOException {
    at = (int) Math.min(length, offset);
    long left = offset - at;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        if (in.read() < 0) {
          return;
        }
        skipped = 1;
      }
      left -= skipped;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int most) throws IOException {
    if (at < length) {
      int taken = Math.min(most, length - at);
      System.arraycopy(sample, at, target, from, taken);
      at += taken;
      return taken;
    }
    if (failure != null) {
      throw failure;
    }
    return complete ? -1 : in.read(target, from, most);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
