package dev.tributary.nl2sql.internal.model;

import java.util.regex.Pattern;

/** Cleans what models write before people see it. */
final class Wording {
  private static final int MOST = 1_000;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Wording() {}

  /** Plain words of bounded length, on one line. */
  static String plain(String text) {
    String flat = BLANKS.matcher(text).replaceAll(" ").strip();
    return flat.length() <= MOST ? flat : flat.substring(0, MOST - 3) + "...";
  }

  /** SQL without the semicolon that ends it. */
  static String withoutEnd(String sql) {
    String stripped = sql.strip();
    return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1).strip() : stripped;
  }
}
