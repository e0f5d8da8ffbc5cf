package dev.tributary.connector.csv.internal.cell;

import java.util.regex.Pattern;

/** What a value looks like, told by its characters alone. */
public enum CellKind {
  /** Nothing, or blanks only. */
  EMPTY(1.0),
  /** Digits, with a sign or grouping. */
  INTEGER(1.0),
  /** A number with a fraction, an exponent, a unit sign or a percent sign. */
  DECIMAL(1.0),
  /** An amount with a currency sign. */
  MONEY(1.0),
  /** A calendar date, with or without a time of day. */
  DATE(1.0),
  /** A time of day. */
  TIME(1.0),
  /** A web or mail address, or a path. */
  ADDRESS(1.0),
  /** A code: letters and digits without blanks. */
  CODE(1.0),
  /** One word of letters, or a name for nothing such as n/a. */
  WORD(0.9),
  /** Several words. */
  PHRASE(0.75),
  /** A list or object in brackets. */
  STRUCTURE(0.6),
  /** Several values in one, close together: a list, or what a wrong split left together. */
  LIST(0.45),
  /** Anything else: often a sign of a wrong split. */
  OTHER(0.0);

  private static final Pattern INTEGERS =
      Pattern.compile("[-+]?\\d{1,18}|[-+]?\\d{1,3}(?:[,. '\\u00a0]\\d{3})+|\\(\\d+\\)");
  private static final Pattern DECIMALS =
      Pattern.compile(
          "[-+]?(?:\\d{1,3}(?:[,. '\\u00a0]\\d{3})+|\\d*)(?:[.,]\\d*)?(?:[eE][-+]?\\d{1,3})?\\s?[%‰°]?");
  private static final Pattern MONEYS =
      Pattern.compile(
          "[-+(]?\\s?(?:[$£€¥₹]|(?:US|A|C|R)\\$|USD|EUR|GBP)\\s?-?\\d[\\d,.' ]*\\)?"
              + "|-?\\d[\\d,.' ]*\\s?(?:[$£€¥₹]|USD|EUR|GBP)");
  private static final String CLOCK =
      "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?[aApP]\\.?[mM]\\.?)?";
  private static final Pattern TIMES = Pattern.compile(CLOCK + "|\\d{1,3}:\\d{2}:\\d{2}");
  private static final Pattern DATES =
      Pattern.compile(
          "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})"
              + "|\\d{1,2}[- ./]\\p{L}{3,9}\\.?[- ,./]{1,2}(?:\\d{4}|\\d{2})"
              + "|\\p{L}{3,9}\\.?[- ./]\\d{1,2}(?:st|nd|rd|th)?,? ?\\d{4})"
              + "(?:[T ,]+"
              + CLOCK
              + "(?:\\s?(?:Z|UTC|[-+]\\d{2}:?\\d{2}))?)?");
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "(?i)(?:https?|ftp|file|s3|mailto):\\S+|www\\.\\S+|[^@\\s,;|]+@[^@\\s,;|]+\\.[a-z]{2,}"
              + "|[-a-z0-9]+(?:\\.[-a-z0-9]+)*\\.(?:com|org|net|gov|edu|io|de|uk|eu)(?:/[^\\s,;|]*)?"
              + "|(?:/[-\\w.+@~]+){2,}/?|[a-z]:\\\\[^,;|]*");
  private static final Pattern CODES =
      Pattern.compile("[\\p{L}\\d]+(?:[-_./#&+][\\p{L}\\d]+)*[-_*]?");
  private static final Pattern WORDS =
      Pattern.compile("\\p{L}+(?:['’_.-]\\p{L}+)*\\.?|[-.?*:]+|n/a|N/A|#N/A");
  private static final Pattern PHRASES =
      Pattern.compile("[\\p{L}\\p{N}(\\[#$€£'’“”&%/*+<>@_-](?:[^|;\\t~^\"\\u001f]|(?<=\\d)\")*");

  private static final int LONGEST_INTEGER = 18;
  private static final int LETTERS =
      Ingredients.LETTER | Ingredients.EXPONENT | Ingredients.CURRENCY_LETTER;
  private static final int IN_NUMBERS =
      Ingredients.DIGIT
          | Ingredients.GROUPING
          | Ingredients.SIGN
          | Ingredients.BLANK
          | Ingredients.UNIT
          | Ingredients.EXPONENT;
  private static final int IN_DATES =
      Ingredients.DIGIT
          | LETTERS
          | Ingredients.GROUPING
          | Ingredients.SIGN
          | Ingredients.SLASH
          | Ingredients.BLANK
          | Ingredients.COLON
          | Ingredients.BEYOND_ASCII;
  private static final int IN_MONEY = Ingredients.CURRENCY_SIGN | Ingredients.CURRENCY_LETTER;
  private static final int IN_LISTS =
      Ingredients.GROUPING | Ingredients.COLON | Ingredients.OTHER_ASCII;
  private static final int IN_ADDRESSES =
      Ingredients.COLON | Ingredients.GROUPING | Ingredients.SLASH | Ingredients.AT_SIGN;

  private final double trust;

  CellKind(double trust) {
    this.trust = trust;
  }

  /**
   * How far a value of this kind speaks for the split that made it.
   *
   * @return from 0 to 1
   */
  public double trust() {
    return trust;
  }

  /**
   * Tells values that have a form of their own from words.
   *
   * @return true for numbers, amounts, dates and times
   */
  public boolean typed() {
    return this == INTEGER || this == DECIMAL || this == MONEY || this == DATE || this == TIME;
  }

  /**
   * Tells values that measure.
   *
   * @return true for numbers and amounts
   */
  public boolean numeric() {
    return this == INTEGER || this == DECIMAL || this == MONEY;
  }

  /**
   * Looks at a value.
   *
   * @param value the value
   * @return its kind
   */
  public static CellKind of(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (text.length() > 200) {
      return PHRASES.matcher(text.substring(0, 200)).matches() ? PHRASE : OTHER;
    }
    char first = text.charAt(0);
    int made = Ingredients.of(text);
    if (made == Ingredients.DIGIT && text.length() <= LONGEST_INTEGER) {
      return INTEGER;
    }
    if (Ingredients.any(made, Ingredients.DIGIT) && digitAhead(first, text)) {
      CellKind kind = ofDigits(text, made);
      if (kind != OTHER) {
        return kind;
      }
    }
    return ofLetters(text, first, made);
  }

  private static boolean digitAhead(char first, String text) {
    return first <= '9'
        || Character.isLetter(first)
        || (text.length() > 1 && "£€¥₹".indexOf(first) >= 0);
  }

  private static CellKind ofDigits(String text, int made) {
    if (Ingredients.only(made, IN_NUMBERS)) {
      if (INTEGERS.matcher(text).matches()) {
        return INTEGER;
      }
      if (DECIMALS.matcher(text).matches()) {
        return DECIMAL;
      }
    }
    if (Ingredients.any(made, Ingredients.COLON) && TIMES.matcher(text).matches()) {
      return TIME;
    }
    if (Ingredients.only(made, IN_DATES) && DATES.matcher(text).matches()) {
      return DATE;
    }
    return Ingredients.any(made, IN_MONEY) && MONEYS.matcher(text).matches() ? MONEY : OTHER;
  }

  private static CellKind ofLetters(String text, char first, int made) {
    if (Ingredients.only(made, LETTERS)) {
      return WORD;
    }
    if (Ingredients.only(made, LETTERS | Ingredients.DIGIT)) {
      return CODE;
    }
    if (!Ingredients.any(made, Ingredients.BLANK)) {
      if (!Ingredients.any(made, Ingredients.DIGIT) && WORDS.matcher(text).matches()) {
        return WORD;
      }
      if (CODES.matcher(text).matches()) {
        return CODE;
      }
    }
    if (Ingredients.any(made, IN_ADDRESSES) && ADDRESSES.matcher(text).matches()) {
      return ADDRESS;
    }
    if ((first == '{' || first == '[') && (text.endsWith("}") || text.endsWith("]"))) {
      return STRUCTURE;
    }
    if (Ingredients.any(made, IN_LISTS) && isList(text)) {
      return LIST;
    }
    return PHRASES.matcher(text).matches() ? PHRASE : OTHER;
  }

  /** Whether commas, semicolons, bars or pairs of colons separate values without a blank. */
  private static boolean isList(String text) {
    int separators = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '\t' || character == '"' || character == '\u001f') {
        return false;
      }
      boolean pair = text.startsWith("::", at);
      if (pair || character == ',' || character == ';' || character == '|') {
        at += pair ? 1 : 0;
        if (at < (pair ? 2 : 1) || !valueAt(text, at + 1)) {
          return false;
        }
        separators++;
      }
    }
    return separators > 0;
  }

  private static boolean valueAt(String text, int at) {
    return at < text.length() && " ,;|:".indexOf(text.charAt(at)) < 0;
  }
}
