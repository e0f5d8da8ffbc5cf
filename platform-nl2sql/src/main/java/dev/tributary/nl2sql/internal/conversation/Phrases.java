package dev.tributary.nl2sql.internal.conversation;

import java.util.Locale;
import java.util.regex.Pattern;

/** The phrases that a follow-up can consist of. */
final class Phrases {
  private static final String UNIT = "(?:second|minute|hour|day|week|month|quarter|year)s?";
  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
  private static final String TIME_WORDS =
      "(?:(?:in |during |for |since |on |over )?(?:the )?(?:today|yesterday|tomorrow"
          + "|(?:last|this|previous|past|current) (?:\\d+ )?"
          + UNIT
          + "|in \\d{4}|since \\d{4}|"
          + MONTH
          + "(?: \\d{4})?))";

  /** What a follow-up may begin with. */
  static final Pattern LEAD_IN =
      pattern(
          "^(?:(?:and|but|ok|okay|so|now|then|also|please|what about|how about|the same)\\b,? *)+");

  /** What a question of its own begins with. */
  static final Pattern FULL_QUESTION =
      pattern(
          "^(?:how (?:many|much|often|long|old|big)|what|which|who|whose|when|why|show|list|give|find"
              + "|count|tell|is|are|was|were|do|does|did|can|compare|plot|display|get"
              + "|where (?:is|are|was|were|do|does|did))\\b.*");

  /** What values are grouped by. */
  static final Pattern GROUP =
      pattern("(?:grouped by|broken down by|split by|by|per|for each|for every) (?<what>[^,?]+)");

  /** When. */
  static final Pattern TIME = pattern(TIME_WORDS);

  /** How many of the first. */
  static final Pattern TOP =
      pattern("(?:only |just )?(?:the )?(?<which>top|bottom|first|last) (?<count>\\d+)(?: only)?");

  /** What it is narrowed down to. */
  static final Pattern SCOPE =
      pattern(
          "(?<only>only |just )?(?<how>for|in|from|of|within|with|without|where|during|since|before"
              + "|after|between|on|at|excluding|except|over|under|above|below|more than|less than)"
              + " (?<what>[^?]+?)(?<after> only)?");

  private Phrases() {}

  /** A scope of that kind within a question, up to the next phrase. */
  static Pattern scopeWithin(String how) {
    return pattern(
        "\\b"
            + Pattern.quote(how)
            + " (?:(?!(?:by|per|for|in|from|since|last|this|between|during|before|after|with"
            + "|without|where|on|at|each)\\b)[^\\s,?]+ ?)+");
  }

  /** A group at the end of a question. */
  static Pattern groupAtEnd() {
    return pattern(" (?:grouped by|broken down by|split by|by|per|for each|for every) [^,?]+$");
  }

  /** What a trailing "by" may mean instead of a group. */
  static boolean ranks(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    return lower.matches(".*\\b(?:top|bottom|first|last) \\d+\\b.*")
        || lower.matches(".*\\b(?:sort|sorted|order|ordered|rank|ranked) by\\b.*");
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }
}
