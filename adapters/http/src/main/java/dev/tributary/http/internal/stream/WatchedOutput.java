package dev.tributary.http.internal.stream;

import java.io.IOException;
import java.io.OutputStream;

/** Tells a stream's turn when a write begins and ends, so that one that never ends is noticed. */
final class WatchedOutput extends OutputStream {
  private final OutputStream out;
  private final StreamTurn turn;

  WatchedOutput(OutputStream out, StreamTurn turn) {
    this.out = out;
    this.turn = turn;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    turn.beginWrite();
    try {
      out.write(bytes, offset, length);
    } finally {
      turn.endWrite();
    }
  }

  @Override
  public void flush() throws IOException {
    turn.beginWrite();
    try {
      out.flush();
    } finally {
      turn.endWrite();
    }
  }
}
