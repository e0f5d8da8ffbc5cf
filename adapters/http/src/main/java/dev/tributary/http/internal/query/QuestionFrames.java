package dev.tributary.http.internal.query;

import dev.tributary.http.internal.json.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** Writes the events of a stream, each whole, whoever writes. Thread-safe. */
final class QuestionFrames {
  private static final byte[] NOTHING = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final Json json;
  private final OutputStream out;
  private final ReentrantLock writing = new ReentrantLock();

  QuestionFrames(Json json, OutputStream out) {
    this.json = json;
    this.out = out;
  }

  void event(String name, Object data) throws IOException {
    write(
        ("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8),
        json.write(data),
        "\n\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Sends what clients pass over; fails if there is none any more. */
  void nothing() throws IOException {
    write(NOTHING);
  }

  private void write(byte[]... parts) throws IOException {
    try {
      writing.lockInterruptibly();
    } catch (InterruptedException cut) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the client takes nothing");
    }
    try {
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
    } catch (UncheckedIOException thrownByServer) {
      throw thrownByServer.getCause();
    } finally {
      writing.unlock();
    }
  }
}
