package dev.tributary.http.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body bit by bit. */
@FunctionalInterface
public interface StreamWriter {

  /**
   * Writes until there is nothing more to say, the client leaves or the server closes. Called once,
   * in a thread that may block.
   *
   * @param out the body; what is flushed goes to the client at once; the caller closes it
   * @throws IOException if the client has left
   */
  void writeTo(OutputStream out) throws IOException;
}
