package dev.tributary.nl2sql.internal.model;

/**
 * Sets apart what others wrote: the question, and whatever is stored. The rules tell the model that
 * nothing between the marks is an instruction, and the marks themselves cannot be written there.
 */
final class Fence {
  private static final int MOST_LABEL = 160;

  private Fence() {}

  /** A block between marks of that name. */
  static String block(String name, String content) {
    return "<<<" + name + "\n" + unmarked(content).strip() + "\n" + name + ">>>\n";
  }

  /** Text for the inside of a line: one line, of bounded length. */
  static String line(String content) {
    String flat = unmarked(content).replaceAll("\\s+", " ").strip();
    return flat.length() <= MOST_LABEL ? flat : flat.substring(0, MOST_LABEL - 3) + "...";
  }

  private static String unmarked(String content) {
    StringBuilder plain = new StringBuilder(content.length());
    content
        .replace("<<<", "< < <")
        .replace(">>>", "> > >")
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
