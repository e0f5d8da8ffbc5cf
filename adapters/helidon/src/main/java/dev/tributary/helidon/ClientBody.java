package dev.tributary.helidon;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose broken connection shows as {@link IOException}, whatever the server throws. */
final class ClientBody extends FilterInputStream {

  ClientBody(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (RuntimeException e) {
      throw new IOException("the connection broke while the body was read", e);
    }
  }

  @Override
  public long skip(long length) throws IOException {
    try {
      return in.skip(length);
    } catch (RuntimeException e) {
      throw new IOException("the connection broke while the body was read", e);
    }
  }
}
