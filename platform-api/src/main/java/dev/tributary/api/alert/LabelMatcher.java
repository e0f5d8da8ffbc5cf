package dev.tributary.api.alert;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a label has to be, written {@code data_center=fra}, {@code severity!=info}, {@code
 * source=~fra-.*} or {@code source!~nyc-.*}. A label that is not there counts as empty.
 *
 * @param label the label
 * @param operator how it is compared
 * @param value with what: a text, or a regular expression for the whole of it
 */
public record LabelMatcher(String label, Operator operator, String value) {
  private static final Pattern FORM = Pattern.compile("\\s*([\\w.-]+)\\s*(=~|!~|!=|=)\\s*(.*)");
  private static final int LONGEST_PATTERN = 200;
  private static final int MOST_LOOKS = 100_000;

  /** How a label is compared. */
  public enum Operator {
    /** It is the text. */
    IS("="),
    /** It is another text. */
    IS_NOT("!="),
    /** It fits the pattern. */
    FITS("=~"),
    /** It does not fit the pattern. */
    FITS_NOT("!~");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /**
     * How it is written.
     *
     * @return the sign
     */
    public String sign() {
      return sign;
    }
  }

  /** Refuses a pattern that is none. */
  public LabelMatcher {
    if (operator == Operator.FITS || operator == Operator.FITS_NOT) {
      compile(value);
    }
  }

  /**
   * Reads a matcher.
   *
   * @param text such as {@code data_center=fra}; the value may stand in double quotes
   * @return the matcher
   * @throws IllegalArgumentException if it is none
   */
  public static LabelMatcher parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no matcher: write label=value, label!=value, label=~pattern or"
              + " label!~pattern");
    }
    Operator operator = Operator.IS;
    for (Operator known : Operator.values()) {
      operator = known.sign.equals(parts.group(2)) ? known : operator;
    }
    String value = parts.group(3).strip();
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return new LabelMatcher(
        parts.group(1), operator, quoted ? value.substring(1, value.length() - 1) : value);
  }

  /**
   * Tells whether labels fit.
   *
   * @param labels the labels
   * @return true if they do; a pattern that takes too long on a label does not fit it
   */
  public boolean matches(Map<String, String> labels) {
    String actual = labels.getOrDefault(label, "");
    return switch (operator) {
      case IS -> actual.equals(value);
      case IS_NOT -> !actual.equals(value);
      case FITS -> fits(actual);
      case FITS_NOT -> !fits(actual);
    };
  }

  private boolean fits(String actual) {
    try {
      return compile(value).matcher(new BoundedText(actual, MOST_LOOKS)).matches();
    } catch (BoundedText.TooManyLooks | StackOverflowError tooCostly) {
      return false;
    }
  }

  private static Pattern compile(String pattern) {
    if (pattern.length() > LONGEST_PATTERN) {
      throw new IllegalArgumentException(
          "a pattern of " + pattern.length() + " characters: use at most " + LONGEST_PATTERN);
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no regular expression: " + malformed.getDescription(), malformed);
    }
  }

  @Override
  public String toString() {
    return label + operator.sign + value;
  }
}
