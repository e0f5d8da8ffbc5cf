package dev.tributary.nl2sql.internal.reading;

/** A draft that makes no query. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String why) {
    super(why, null, false, false);
  }
}
