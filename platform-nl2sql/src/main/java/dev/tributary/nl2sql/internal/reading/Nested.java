package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Draft.Stance;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Condition.Operator;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures over some rows that others are compared with: a question within the question. */
final class Nested {
  private final Schema schema;
  private final Choice choice;

  Nested(Schema schema, Choice choice) {
    this.schema = schema;
    this.choice = choice;
  }

  /**
   * Puts what follows a figure over some rows to where it belongs: up to the next thing to show,
   * count or order by it tells which rows.
   *
   * @param draft what the phrases say, one after another
   * @return the draft in which each such figure has its rows
   */
  static Draft folded(Draft draft) {
    if (draft.parts().stream().noneMatch(part -> open(part) != null)) {
      return draft;
    }
    List<Part> parts = new ArrayList<>();
    List<Part> which = new ArrayList<>();
    @Nullable Part figure = null;
    for (Part part : draft.parts()) {
      boolean within = Parts.restricts(part) && open(part) == null;
      if (figure != null && within) {
        which.add(part);
        continue;
      }
      if (figure != null) {
        parts.add(closed(figure, which));
        which.clear();
      }
      figure = open(part) == null ? null : part;
      if (figure == null) {
        parts.add(part);
      }
    }
    if (figure != null) {
      parts.add(closed(figure, which));
    }
    return draft.saying(parts);
  }

  private static Part.@Nullable Subset open(Part part) {
    Part.Operand operand =
        switch (part) {
          case Part.Compared compared -> compared.operand();
          case Part.Measured measured -> measured.operand();
          default -> null;
        };
    return operand instanceof Part.Subset subset && subset.which().isEmpty() ? subset : null;
  }

  private static Part closed(Part figure, List<Part> which) {
    if (which.isEmpty()) {
      throw new Unreadable("a figure of which rows");
    }
    return switch (figure) {
      case Part.Compared compared ->
          new Part.Compared(
              compared.attribute(),
              compared.operator(),
              with(compared.operand(), which),
              compared.or());
      case Part.Measured measured ->
          new Part.Measured(
              measured.measure(),
              measured.operator(),
              with(measured.operand(), which),
              measured.or());
      default -> figure;
    };
  }

  private static Part.Operand with(Part.Operand operand, List<Part> which) {
    return operand instanceof Part.Subset(var function, var of, var none)
        ? new Part.Subset(function, of, which)
        : operand;
  }

  /** The figure a column is compared with. */
  Condition.Operand figure(Attribute compared, Operator operator, Part.Subset subset) {
    Attribute of = subset.of() == null ? compared : choice.column(subset.of());
    if (!of.numeric() && !of.temporal()) {
      throw new Unreadable("no figure of texts");
    }
    Function last =
        operator == Operator.MORE || operator == Operator.AT_LEAST ? Function.MAX : Function.MIN;
    if (subset.function() == null
        && (operator == Operator.EQUAL || operator == Operator.DIFFERENT)) {
      throw new Unreadable("the last of them to be equal");
    }
    Function function = subset.function() == null ? last : subset.function();
    Mention column = new Mention(0, 1, List.of(new Link.ToAttribute(of, 1, true)));
    List<Part> parts = new ArrayList<>(List.of(new Part.Item(column, function, false)));
    parts.addAll(subset.which());
    Draft draft = new Draft(parts, Stance.NARROW, List.of(), false, false, List.of(), 0);
    Reading reading = new Composer(schema, choice.cues(), draft, of.relation(), true).compose();
    choice.charge(reading.cost());
    if (reading.risk() > 0) {
      choice.doubt(reading.risk(), String.join(", ", reading.doubts()));
    }
    return new Condition.Result(reading.query());
  }
}
