package dev.tributary.connector.csv.internal.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.function.UnaryOperator;

/**
 * Turns a stream of any encoding into UTF-8, line by line, and remembers for every line end which
 * offset of the original it stands for. Lines that do not end are cut every {@value #LONGEST_PIECE}
 * bytes at a character boundary.
 */
public final class TranscodingStream extends InputStream {
  private static final int LONGEST_PIECE = 64 * 1024;

  private final InputStream in;
  private final Charset charset;
  private final UnaryOperator<String> form;
  private final int unit;
  private final boolean littleEndian;
  private final byte[] piece = new byte[LONGEST_PIECE];
  private int pieceLength;
  private byte[] ready = new byte[0];
  private int readyAt;
  private final byte[] chunk = new byte[64 * 1024];
  private int chunkAt;
  private int chunkLimit;
  private long originalOffset;
  private long transcodedOffset;
  private boolean ended;
  private final ArrayDeque<long[]> anchors = new ArrayDeque<>();

  /**
   * Begins to transcode.
   *
   * @param in the original, without byte order mark
   * @param charset its encoding
   * @param offset the offset of its first byte in the file; transcoded offsets begin there too
   * @param form how each line is rewritten
   */
  public TranscodingStream(
      InputStream in, Charset charset, long offset, UnaryOperator<String> form) {
    this.in = in;
    this.charset = charset;
    this.form = form;
    String name = charset.name();
    this.unit = name.startsWith("UTF-16") ? 2 : name.startsWith("UTF-32") ? 4 : 1;
    this.littleEndian = name.endsWith("LE");
    this.originalOffset = offset;
    this.transcodedOffset = offset;
    anchors.add(new long[] {offset, offset});
  }

  /**
   * Finds the original offset of a line's start or end. Offsets must be asked for in rising order.
   *
   * @param transcoded an offset in the transcoded stream
   * @return the offset in the original
   */
  public long originalOffset(long transcoded) {
    long[] last = anchors.getFirst();
    while (anchors.size() > 1) {
      long[] next = second();
      if (next[0] > transcoded) {
        break;
      }
      anchors.removeFirst();
      last = next;
    }
    return last[1];
  }

  private long[] second() {
    long[] first = anchors.removeFirst();
    long[] second = anchors.getFirst();
    anchors.addFirst(first);
    return second;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    while (readyAt == ready.length) {
      if (ended) {
        return -1;
      }
      nextPiece();
    }
    int taken = Math.min(length, ready.length - readyAt);
    System.arraycopy(ready, readyAt, target, from, taken);
    readyAt += taken;
    return taken;
  }

  private void nextPiece() throws IOException {
    pieceLength = 0;
    boolean lineEnd = false;
    while (!lineEnd && pieceLength + unit <= piece.length) {
      if (chunkAt == chunkLimit && !refill()) {
        ended = true;
        break;
      }
      piece[pieceLength++] = chunk[chunkAt++];
      lineEnd = pieceLength % unit == 0 && endsLine();
    }
    int length = lineEnd || ended ? pieceLength : wholeCharacters();
    String text = new String(piece, 0, length, charset);
    ready = form.apply(text).getBytes(StandardCharsets.UTF_8);
    readyAt = 0;
    if (length < pieceLength) {
      chunkAt -= pieceLength - length;
    }
    originalOffset += length;
    transcodedOffset += ready.length;
    anchors.add(new long[] {transcodedOffset, originalOffset});
  }

  private boolean refill() throws IOException {
    // A cut piece may hand back up to three bytes, so these stay in front of the new ones.
    int kept = Math.min(4, chunkLimit);
    System.arraycopy(chunk, chunkLimit - kept, chunk, 0, kept);
    int read = in.read(chunk, kept, chunk.length - kept);
    chunkAt = kept;
    chunkLimit = kept + Math.max(0, read);
    return read > 0;
  }

  /** A line feed, or a carriage return alone, in units of the encoding. */
  private boolean endsLine() {
    int last = unitAt(pieceLength - unit);
    return last == '\n' || last == '\r';
  }

  private int unitAt(int at) {
    int value = 0;
    for (int index = 0; index < unit; index++) {
      int shift = 8 * (littleEndian ? index : unit - 1 - index);
      value |= (piece[at + index] & 0xFF) << shift;
    }
    return value;
  }

  /** The longest start of the piece that does not cut a character. */
  private int wholeCharacters() {
    if (unit == 4) {
      return pieceLength;
    }
    if (unit == 2) {
      boolean high = Character.isHighSurrogate((char) unitAt(pieceLength - 2));
      return high ? pieceLength - 2 : pieceLength;
    }
    for (int cut = 0; cut < 4; cut++) {
      String text = new String(piece, 0, pieceLength - cut, charset);
      if (!text.endsWith("\uFFFD")) {
        return pieceLength - cut;
      }
    }
    return pieceLength;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
