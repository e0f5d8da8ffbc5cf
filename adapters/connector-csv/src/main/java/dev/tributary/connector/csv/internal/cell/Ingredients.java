package dev.tributary.connector.csv.internal.cell;

/**
 * Which sorts of characters a value is made of, as bits: most forms of values can be told or ruled
 * out by that alone, without matching a pattern.
 */
final class Ingredients {
  static final int DIGIT = 1;

  /** ASCII letters but the following ones. */
  static final int LETTER = 1 << 1;

  /** E and e, which also stand in numbers. */
  static final int EXPONENT = 1 << 2;

  /** The letters U and G, of which one is in every currency code that is known. */
  static final int CURRENCY_LETTER = 1 << 3;

  static final int COLON = 1 << 4;

  /** Comma, full stop and apostrophe. */
  static final int GROUPING = 1 << 5;

  /** Plus, minus and round brackets. */
  static final int SIGN = 1 << 6;

  static final int SLASH = 1 << 7;
  static final int BLANK = 1 << 8;
  static final int CURRENCY_SIGN = 1 << 9;

  /** Percent, per mille and degree. */
  static final int UNIT = 1 << 10;

  static final int AT_SIGN = 1 << 11;
  static final int OTHER_ASCII = 1 << 12;
  static final int BEYOND_ASCII = 1 << 13;

  private static final short[] BY_CHARACTER = byCharacter();

  private Ingredients() {}

  private static short[] byCharacter() {
    short[] sorts = new short[128];
    for (int character = 0; character < sorts.length; character++) {
      sorts[character] = (short) sort((char) character);
    }
    return sorts;
  }

  private static int sort(char character) {
    return switch (character) {
      case 'e', 'E' -> EXPONENT;
      case 'U', 'G' -> CURRENCY_LETTER;
      case ':' -> COLON;
      case ',', '.', '\'' -> GROUPING;
      case '+', '-', '(', ')' -> SIGN;
      case '/' -> SLASH;
      case ' ', '\t', '\n', '\r', '\f', '\u000b' -> BLANK;
      case '$' -> CURRENCY_SIGN;
      case '%' -> UNIT;
      case '@' -> AT_SIGN;
      default ->
          character >= '0' && character <= '9'
              ? DIGIT
              : Character.isLetter(character) ? LETTER : OTHER_ASCII;
    };
  }

  /** What a value is made of; everything beyond ASCII might be anything but a digit. */
  static int of(String text) {
    int sorts = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      sorts |=
          character < BY_CHARACTER.length
              ? BY_CHARACTER[character]
              : character == '\u00a0'
                  ? BLANK
                  : "£€¥₹".indexOf(character) >= 0
                      ? CURRENCY_SIGN
                      : character == '‰' || character == '°' ? UNIT : BEYOND_ASCII;
    }
    return sorts;
  }

  /** Whether there is nothing else than these. */
  static boolean only(int ingredients, int allowed) {
    return (ingredients & ~allowed) == 0;
  }

  static boolean any(int ingredients, int wanted) {
    return (ingredients & wanted) != 0;
  }
}
