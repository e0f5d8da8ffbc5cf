package dev.tributary.http.internal.route;

import dev.tributary.http.internal.problem.BodyTooLargeException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an error, not with the end of the stream, when a body is larger than allowed. */
final class LimitedBody extends FilterInputStream {
  private final long most;
  private final String remedy;
  private long read;

  LimitedBody(InputStream in, long most, String remedy) {
    super(in);
    this.most = most;
    this.remedy = remedy;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = in.read(target, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = in.skip(length);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws BodyTooLargeException {
    read += bytes;
    if (read > most) {
      throw new BodyTooLargeException(most, remedy);
    }
  }
}
