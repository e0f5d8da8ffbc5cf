package dev.tributary.api.alert;

/**
 * A text that may be looked at only so often, so that no regular expression takes longer than that.
 * Not thread-safe.
 */
final class BoundedText implements CharSequence {
  private final String text;
  private int left;

  BoundedText(String text, int mostLooks) {
    this.text = text;
    this.left = mostLooks;
  }

  /** The text has been looked at too often. */
  static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super("the pattern takes too long", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (left-- == 0) {
      throw new TooManyLooks();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
