package dev.tributary.connector.csv.internal.encoding;

import java.nio.charset.Charset;

/**
 * How the characters of a file are stored.
 *
 * @param charset the charset
 * @param markLength the bytes of the byte order mark at the start, 0 where there is none
 */
public record DetectedEncoding(Charset charset, int markLength) {

  /**
   * Tells whether bytes below 128 always are ASCII characters, so that delimiters can be found
   * without decoding.
   *
   * @return false for UTF-16, UTF-32 and the double-byte encodings of East Asia
   */
  public boolean asciiBytes() {
    String name = charset.name();
    return name.equals("UTF-8")
        || name.equals("US-ASCII")
        || name.startsWith("ISO-8859-")
        || name.startsWith("windows-125")
        || name.startsWith("KOI8-")
        || name.startsWith("IBM8")
        || name.startsWith("IBM437")
        || name.startsWith("x-Mac");
  }
}
