package dev.tributary.nl2sql.internal.words;

/**
 * A word, number, quoted text or mark of a question.
 *
 * @param kind what it is
 * @param text as it was written; without the quotes if it was quoted
 * @param word in lower case without accents
 * @param stem its stem
 * @param start where it begins
 * @param end where it ends
 * @param possessive whether it ended in an apostrophe with or without s
 */
public record Token(
    Kind kind, String text, String word, String stem, int start, int end, boolean possessive) {

  /** What a token is. */
  public enum Kind {
    /** A word. */
    WORD,
    /** A number in digits. */
    NUMBER,
    /** A day such as 2024-01-31. */
    DATE,
    /** Text in quotes. */
    QUOTED,
    /** Anything else, such as a comma. */
    MARK
  }

  /** Whether it is this word. */
  public boolean is(String other) {
    return kind != Kind.QUOTED && word.equals(other);
  }

  /** Whether it begins with a capital letter. */
  public boolean capital() {
    return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
  }
}
