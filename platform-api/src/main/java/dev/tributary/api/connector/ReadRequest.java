package dev.tributary.api.connector;

/**
 * What to read, from where, and how much at a time.
 *
 * @param stream the name of a stream that the source offers
 * @param mode how to read it
 * @param checkpoints where the last reading ended
 * @param maxRows the most rows of one batch, at least 1
 * @param maxBytes roughly the most bytes of one batch; a single larger row makes a batch of its own
 */
public record ReadRequest(
    String stream, ReadMode mode, Checkpoints checkpoints, int maxRows, long maxBytes) {
  /** The rows of a batch unless the source's settings say otherwise: {@value}. */
  public static final int DEFAULT_ROWS = 5_000;

  /** The bytes of a batch unless the source's settings say otherwise: {@value} (8 MiB). */
  public static final long DEFAULT_BYTES = 8L << 20;

  /**
   * A request with the default batch size.
   *
   * @param stream the name of a stream
   * @param mode how to read it
   * @param checkpoints where the last reading ended
   * @return the request
   */
  public static ReadRequest of(String stream, ReadMode mode, Checkpoints checkpoints) {
    return new ReadRequest(stream, mode, checkpoints, DEFAULT_ROWS, DEFAULT_BYTES);
  }
}
