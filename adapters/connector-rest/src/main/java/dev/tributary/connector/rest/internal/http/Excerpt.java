package dev.tributary.connector.rest.internal.http;

import java.nio.charset.StandardCharsets;

/** The beginning of an answer, fit to stand in a message. */
public final class Excerpt {
  private static final int LENGTH = 160;

  private Excerpt() {}

  /**
   * Shortens an answer.
   *
   * @param body the content
   * @return at most {@value #LENGTH} printable characters in quotes, or that there was nothing
   */
  public static String of(byte[] body) {
    int length = Math.min(body.length, LENGTH * 4);
    String text =
        new String(body, 0, length, StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .strip();
    if (text.isEmpty()) {
      return "nothing";
    }
    return "'" + (text.length() > LENGTH ? text.substring(0, LENGTH) + "..." : text) + "'";
  }
}
