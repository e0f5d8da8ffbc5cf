package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.words.Measure;
import dev.tributary.nl2sql.internal.words.Numbers;
import dev.tributary.nl2sql.internal.words.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what columns are compared with: numbers, days, figures over all rows. */
final class Operands {
  private static final Set<String> THAT = Set.of("that", "those", "the", "of", "in");
  private static final Set<String> EVERY = Set.of("every", "all", "each", "other", "the", "of");
  private static final Set<String> CURRENCY = Set.of("$", "€", "£", "the", "a", "of");

  private Operands() {}

  /** An operand and the word after it. */
  record Read(Part.Operand operand, int to) {}

  static List<Read> at(Sentence sentence, int at) {
    List<Read> found = new ArrayList<>();
    number(sentence, at).ifPresent(found::add);
    found.addAll(overall(sentence, at));
    found.addAll(subsets(sentence, at));
    found.addAll(foremost(sentence, at));
    sentence.columns(sentence.noun(at)).stream()
        .map(column -> new Read(new Part.Cell(column), column.to()))
        .forEach(found::add);
    for (Mention whose :
        sentence.tables(sentence.noun(sentence.is(at, "that", "those") ? at + 1 : at))) {
      if (whose.links().get(0) instanceof Link.ToRelation to
          && to.relation().base() != to.relation()) {
        found.add(new Read(new Part.Theirs(whose), whose.to()));
      }
    }
    return found;
  }

  static Optional<Read> number(Sentence sentence, int at) {
    int start = sentence.skip(at, CURRENCY);
    if (start >= sentence.size()) {
      return Optional.empty();
    }
    Token token = sentence.token(start);
    if (start > at && sentence.is(start, "one")) {
      return Optional.empty();
    }
    if (token.kind() == Token.Kind.DATE) {
      return Optional.of(new Read(new Part.Words(token.text()), start + 1));
    }
    Optional<BigDecimal> number =
        token.kind() == Token.Kind.QUOTED ? quoted(token) : Numbers.of(token);
    if (number.isEmpty() && sentence.is(start, "single")) {
      return Optional.of(new Read(new Part.Digits("1"), start + 1));
    }
    return number.map(value -> scaled(sentence, value, start + 1));
  }

  private static Optional<BigDecimal> quoted(Token token) {
    return token.text().matches("\\d{1,15}(\\.\\d+)?")
        ? Optional.of(new BigDecimal(token.text()))
        : Optional.empty();
  }

  private static Read scaled(Sentence sentence, BigDecimal value, int next) {
    BigDecimal factor =
        switch (sentence.word(next)) {
          case "hundred" -> BigDecimal.valueOf(100);
          case "thousand" -> BigDecimal.valueOf(1_000);
          case "million" -> BigDecimal.valueOf(1_000_000);
          case "billion" -> BigDecimal.valueOf(1_000_000_000);
          default -> BigDecimal.ONE;
        };
    int to = factor.compareTo(BigDecimal.ONE) == 0 ? next : next + 1;
    return new Read(new Part.Digits(value.multiply(factor).toPlainString()), to);
  }

  /** Every skull, that of all countries in Europe; that of a thing that goes by a name. */
  private static List<Read> subsets(Sentence sentence, int at) {
    List<Read> found = new ArrayList<>();
    int start = sentence.skip(at, THAT);
    int of = sentence.skip(start, EVERY);
    boolean every =
        IntStream.range(at, of).anyMatch(word -> sentence.is(word, "every", "all", "each"));
    if (every && rows(sentence, of)) {
      found.add(new Read(new Part.Subset(null, null, List.of()), of));
    }
    for (Span span : sentence.values(sentence.is(start, "the") ? start + 1 : start)) {
      List<Link.ToValue> names =
          span.links().stream().map(Link.ToValue.class::cast).filter(Operands::name).toList();
      if (!names.isEmpty()) {
        Part named = new Part.Stored(names, null, false, false, null, span.from(), span.to());
        found.add(new Read(new Part.Subset(null, null, List.of(named)), span.to()));
      }
    }
    return found;
  }

  /** The car with the most power, the one with the highest price. */
  private static List<Read> foremost(Sentence sentence, int at) {
    int noun = sentence.noun(at);
    IntStream ends =
        IntStream.concat(
            sentence.tables(noun).stream().mapToInt(Mention::to),
            sentence.is(noun, "one") ? IntStream.of(noun + 1) : IntStream.empty());
    List<Read> found = new ArrayList<>();
    ends.forEach(end -> {
      int next = sentence.afterAny(end, "with", "having", "that has", "that have", "which has");
      int most = sentence.noun(next);
      Boolean high = next < 0 ? null : Extremes.direction(sentence, most);
      if (high != null) {
        sentence.columns(sentence.skip(most + 1, Extremes.AMOUNT)).stream()
            .map(column -> new Read(new Part.Foremost(column, high), column.to()))
            .forEach(found::add);
      }
    });
    return found;
  }

  /** Higher than the peak with the longest name: what is compared is what the word measures. */
  static @Nullable Measure measured(
      Sentence sentence, Comparator comparator, Part.Operand operand) {
    boolean row = operand instanceof Part.Subset || operand instanceof Part.Foremost;
    return row ? sentence.measure(comparator.to() - 2) : null;
  }

  private static boolean rows(Sentence sentence, int at) {
    int noun = sentence.noun(at);
    return !sentence.tables(noun).isEmpty() || !sentence.values(noun).isEmpty();
  }

  private static boolean name(Link.ToValue value) {
    return Display.of(value.attribute().relation()).equals(List.of(value.attribute()));
  }

  private static List<Read> overall(Sentence sentence, int at) {
    int start = sentence.noun(at);
    Function function = function(sentence, start);
    if (function == null) {
      return List.of();
    }
    List<Read> found = new ArrayList<>();
    int next = sentence.noun(start + 1);
    for (Mention column : sentence.columns(next)) {
      boolean of = sentence.is(column.to(), "of", "for", "in", "among", "across");
      if (of) {
        found.add(new Read(new Part.Subset(function, column, List.of()), column.to() + 1));
      }
      if (!of || sentence.tables(sentence.noun(column.to() + 1)).isEmpty()) {
        found.add(new Read(new Part.Overall(function, column), column.to()));
      }
    }
    int of = sentence.is(start + 1, "of", "for", "among") ? start + 2 : start + 1;
    found.add(
        rows(sentence, of)
            ? new Read(new Part.Subset(function, null, List.of()), of)
            : new Read(new Part.Overall(function, null), start + 1));
    return found;
  }

  private static @Nullable Function function(Sentence sentence, int at) {
    if (sentence.is(at, "average", "mean")) {
      return Function.AVG;
    }
    Measure measure = sentence.measure(at);
    if (measure != null && measure.degree() == Measure.Degree.SUPERLATIVE && measure.anything()) {
      return measure.high() ? Function.MAX : Function.MIN;
    }
    return null;
  }
}
