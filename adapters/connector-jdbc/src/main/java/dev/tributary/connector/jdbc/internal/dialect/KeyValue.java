package dev.tributary.connector.jdbc.internal.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A value of a cursor or key column, exactly as the database gave it, so that it can be handed back
 * and compares as before.
 *
 * @param kind which of the database's own kinds of value it is
 * @param text the value in the database's words; a blob in hexadecimal digits
 */
public record KeyValue(Kind kind, String text) {

  /** The kinds of value that have to be bound in different ways. */
  public enum Kind {
    /** A whole number. */
    INTEGER('i'),
    /** A floating-point number. */
    REAL('r'),
    /** Characters, or anything whose characters can be cast back. */
    TEXT('t'),
    /** Bytes. */
    BLOB('b');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /**
   * A text.
   *
   * @param text the characters
   * @return the value
   */
  public static KeyValue text(String text) {
    return new KeyValue(Kind.TEXT, text);
  }

  /**
   * Writes the value as one word.
   *
   * @return a word without spaces, commas or equal signs
   */
  public String encode() {
    return kind.letter + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #encode()} wrote.
   *
   * @param word the word
   * @return the value
   * @throws IllegalArgumentException if it is nothing of the sort
   */
  public static KeyValue decode(String word) {
    for (Kind kind : Kind.values()) {
      if (!word.isEmpty() && word.charAt(0) == kind.letter) {
        return new KeyValue(kind, URLDecoder.decode(word.substring(1), StandardCharsets.UTF_8));
      }
    }
    throw new IllegalArgumentException("not an encoded value: " + word);
  }

  @Override
  public String toString() {
    return text;
  }
}
