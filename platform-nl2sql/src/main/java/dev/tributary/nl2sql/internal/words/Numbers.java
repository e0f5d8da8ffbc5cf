package dev.tributary.nl2sql.internal.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Numbers in digits and in words. */
public final class Numbers {
  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");
  private static final List<String> TENS =
      List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred");

  private Numbers() {}

  /**
   * The number a token is.
   *
   * @param token the token
   * @return the number; empty if it is none
   */
  public static Optional<BigDecimal> of(Token token) {
    if (token.kind() == Token.Kind.NUMBER) {
      return Optional.of(new BigDecimal(token.text()));
    }
    if (token.kind() != Token.Kind.WORD) {
      return Optional.empty();
    }
    int small = WORDS.indexOf(token.word());
    if (small >= 0) {
      return Optional.of(BigDecimal.valueOf(small));
    }
    int tens = TENS.indexOf(token.word());
    return tens < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(30L + 10L * tens));
  }
}
