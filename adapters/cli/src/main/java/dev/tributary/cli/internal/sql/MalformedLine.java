package dev.tributary.cli.internal.sql;

/** A line that holds no statement. The message says why. */
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1;

  MalformedLine(String why) {
    super(why);
  }
}
