package dev.tributary.nl2sql.internal.reading;

/**
 * A question that says which of its readings is meant: {@code number of logins (meaning: show the
 * number of rows of login events)}. An option of a question back is such a question, so that it
 * leads to its reading wherever it is asked.
 *
 * @param question what is asked
 * @param reading the reading in plain words; empty if none is named
 */
public record Meant(String question, String reading) {
  private static final String BEGIN = " (meaning: ";
  private static final String END = ")";

  /**
   * Takes a question apart.
   *
   * @param text the question as it was asked
   * @return its parts
   */
  public static Meant of(String text) {
    String asked = text.strip();
    int begin = asked.indexOf(BEGIN);
    return begin < 0 || !asked.endsWith(END)
        ? new Meant(text, "")
        : new Meant(
            asked.substring(0, begin),
            asked.substring(begin + BEGIN.length(), asked.length() - END.length()));
  }

  /** The question with its reading, as {@link #of} takes it apart. */
  public String text() {
    return reading.isEmpty() ? question : question + BEGIN + reading + END;
  }
}
