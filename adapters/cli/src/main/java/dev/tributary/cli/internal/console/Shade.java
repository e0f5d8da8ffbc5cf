package dev.tributary.cli.internal.console;

/** The colours in use. Each only repeats what the words say. */
public enum Shade {
  /** Headings. */
  BOLD("1"),
  /** What matters less. */
  DIM("2"),
  /** What is wrong. */
  RED("31"),
  /** What is right. */
  GREEN("32"),
  /** What deserves a look. */
  YELLOW("33");

  private final String code;

  Shade(String code) {
    this.code = code;
  }

  String paint(String text, boolean coloured) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
