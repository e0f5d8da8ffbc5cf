package dev.tributary.http.internal.upload;

/** Names of uploaded files, made harmless: a name is a label, never a path. */
final class FileName {
  private static final int LONGEST = 200;

  private FileName() {}

  /** The last part of a path of any system, without control characters; empty if none is left. */
  static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "_").strip();
    if (plain.equals(".") || plain.equals("..")) {
      return "";
    }
    return plain.length() <= LONGEST ? plain : plain.substring(plain.length() - LONGEST);
  }
}
