package dev.tributary.nl2sql.internal.reading;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what must hold into conditions. */
final class Tests {
  private final Choice choice;
  private final StoredTexts texts;
  private final Amounts amounts;
  private final Nested nested;
  private final Rivals rivals;

  Tests(Choice choice, StoredTexts texts, Amounts amounts, Nested nested) {
    this.choice = choice;
    this.texts = texts;
    this.amounts = amounts;
    this.nested = nested;
    this.rivals = new Rivals(choice);
  }

  /** A condition and the column it is about. */
  record Tested(Attribute attribute, Condition condition, boolean or) {}

  @Nullable Tested of(Part part, boolean negated) {
    return switch (part) {
      case Part.Compared compared -> compared(compared, negated);
      case Part.Measured measured -> {
        Attribute attribute = amounts.measured(measured.measure());
        Operator operator = turned(attribute, measured.measure().measures(), measured.operator());
        yield compared(attribute, operator, measured.operand(), measured.or(), negated);
      }
      case Part.Stored stored -> stored(stored, negated);
      case Part.Contained contained -> {
        Attribute attribute = choice.told(contained.attribute());
        if (attribute.column().kind() != Kind.TEXT) {
          throw new Unreadable("a text within a number");
        }
        boolean not = contained.negated() != negated;
        yield new Tested(
            attribute, new Condition.Like(attribute, contained.pattern(), not), contained.or());
      }
      case Part.Lacking lacking -> lacking(lacking, negated);
      case Part.Weekly weekly when !negated -> {
        Attribute time = choice.moment(false);
        yield new Tested(time, Times.weekly(time, weekly.from(), weekly.to()), false);
      }
      default -> null;
    };
  }

  private Tested lacking(Part.Lacking lacking, boolean negated) {
    Attribute attribute = choice.column(lacking.attribute());
    if (attribute.column().profile().nulls() == 0) {
      choice.doubt(0.4, attribute + " is always there");
    }
    return new Tested(attribute, new Condition.Missing(attribute, !negated), false);
  }

  /** Older means born earlier. */
  private static Operator turned(Attribute attribute, List<String> measures, Operator operator) {
    return birth(attribute, measures)
        ? switch (operator) {
          case MORE -> Operator.LESS;
          case LESS -> Operator.MORE;
          case AT_LEAST -> Operator.AT_MOST;
          case AT_MOST -> Operator.AT_LEAST;
          default -> operator;
        }
        : operator;
  }

  /** Whether an age is told by the day or year of a birth. */
  static boolean birth(Attribute attribute, List<String> measures) {
    return measures.contains("age")
        && (attribute.temporal()
            || attribute.words().stream()
                .anyMatch(word -> word.matches("birth.*|born|dob|built|founded|established")));
  }

  private Tested compared(Part.Compared compared, boolean negated) {
    Attribute attribute =
        compared.attribute() == null
            ? guessed(compared.operand())
            : compared.operand() instanceof Part.Theirs
                ? choice.column(compared.attribute())
                : choice.told(compared.attribute());
    return compared(attribute, compared.operator(), compared.operand(), compared.or(), negated);
  }

  /** A year is likeliest said of days. */
  private Attribute dated(Attribute attribute) {
    choice.charge(attribute.temporal() ? -0.1 : 0);
    return attribute;
  }

  private Attribute guessed(Part.Operand operand) {
    return switch (operand) {
      case Part.Digits digits -> dated(choice.unnamed(digits.digits()));
      case Part.Words words -> choice.unnamed(words.text());
      case Part.Theirs theirs -> throw new Unreadable("more of what");
      case Part.Overall overall -> throw new Unreadable("a figure of nothing");
      case Part.Subset subset -> throw new Unreadable("a figure of nothing");
      case Part.Cell cell -> throw new Unreadable("more of what");
      case Part.Foremost foremost -> throw new Unreadable("more of what");
    };
  }

  private Tested compared(
      Attribute attribute, Operator said, Part.Operand operand, boolean or, boolean negated) {
    choice.tested(attribute);
    Operator operator = negated ? said.opposite() : said;
    Expression left = new Expression.Values(attribute);
    Condition condition =
        switch (operand) {
          case Part.Digits digits -> number(attribute, operator, digits.digits());
          case Part.Words words -> Times.day(attribute, operator, words.text());
          case Part.Theirs theirs ->
              new Condition.Comparison(left, operator, theirs(attribute, theirs));
          case Part.Overall overall ->
              new Condition.Comparison(left, operator, overall(attribute, overall));
          case Part.Subset subset ->
              new Condition.Comparison(left, operator, nested.figure(attribute, operator, subset));
          case Part.Cell cell ->
              new Condition.Comparison(left, operator, rivals.cell(attribute, cell));
          case Part.Foremost foremost ->
              new Condition.Comparison(left, operator, rivals.foremost(attribute, foremost));
        };
    return new Tested(attribute, condition, or);
  }

  private Condition number(Attribute attribute, Operator operator, String digits) {
    Expression left = new Expression.Values(attribute);
    boolean sized = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
    if (sized && (attribute.reference() || attribute.key())) {
      choice.doubt(0.5, attribute + " only tells rows apart");
    }
    if (attribute.flag() && !digits.matches("[01]")) {
      throw new Unreadable("yes or no is no number");
    }
    if (attribute.temporal()) {
      return Times.year(attribute, operator, digits);
    }
    if (!attribute.numeric()) {
      if (sized) {
        throw new Unreadable("a text is no number");
      }
      return new Condition.Comparison(left, operator, new Condition.Text(digits));
    }
    return new Condition.Comparison(left, operator, new Condition.Numeral(digits));
  }

  private Condition.Operand overall(Attribute compared, Part.Overall overall) {
    Attribute of = overall.of() == null ? compared : choice.column(overall.of());
    if (!of.numeric()) {
      throw new Unreadable("no figure of texts");
    }
    return figure(overall.function(), of);
  }

  /** The same column of rows of the same table that play a part. */
  private Condition.Operand theirs(Attribute compared, Part.Theirs theirs) {
    return compared
        .of(Focus.relation(theirs.whose()))
        .map(Condition.Field::new)
        .orElseThrow(() -> new Unreadable("no such column of theirs"));
  }

  /** A figure over all rows of a table. */
  static Condition.Result figure(Expression.Function function, Attribute of) {
    Query query =
        new Query(
            List.of(new Expression.Figure(function, of, false)),
            false,
            of.relation(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            null);
    return new Condition.Result(query);
  }

  private static Condition.Operand operand(Link.ToValue value) {
    if (!value.attribute().flag() || !value.text().matches("[01]")) {
      return new Condition.Text(value.text());
    }
    return value.attribute().numeric()
        ? new Condition.Numeral(value.text())
        : new Condition.Truth(value.text().equals("1"));
  }

  Tested stored(Part.Stored stored, boolean negated) {
    Link.ToValue value = texts.value(stored);
    choice.near(value.attribute().relation());
    boolean not = stored.negated() != negated;
    Operator operator = not ? Operator.DIFFERENT : Operator.EQUAL;
    Condition condition =
        value.attribute().temporal()
            ? new Condition.Missing(value.attribute(), value.text().equals("0") != not)
            : new Condition.Comparison(
                new Expression.Values(value.attribute()), operator, operand(value));
    return new Tested(value.attribute(), condition, stored.or());
  }
}
