package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Attribute;
import java.util.List;

/** What a column is compared with where that is a column too: of the same row, or of another. */
final class Rivals {
  private final Choice choice;

  Rivals(Choice choice) {
    this.choice = choice;
  }

  /** Another column of the same row that holds as much as the one compared. */
  Condition.Operand cell(Attribute compared, Part.Cell cell) {
    List<Attribute> fitting =
        cell.column().links().stream()
            .map(link -> ((Link.ToAttribute) link).attribute())
            .filter(other -> other != compared && other.relation() == compared.relation())
            .filter(other -> other.amount() && compared.amount())
            .filter(other -> other.temporal() == compared.temporal())
            .toList();
    if (fitting.isEmpty()) {
      throw new Unreadable("no other column to compare with");
    }
    choice.charge(1 - cell.column().links().get(0).strength());
    choice.doubt(fitting.size() > 1 ? 0.6 : 0.1, "compared with " + fitting.get(0));
    return new Condition.Field(fitting.get(0));
  }

  /** The same column of the row that has most or least of something. */
  Condition.Operand foremost(Attribute compared, Part.Foremost foremost) {
    Attribute by = choice.column(foremost.by());
    if (by.relation() != compared.relation() || !by.amount() || !compared.amount()) {
      throw new Unreadable("the most of other rows");
    }
    return new Condition.Result(
        new Query(
            List.of(new Expression.Values(compared)),
            false,
            compared.relation(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Query.Order(new Expression.Values(by), foremost.high())),
            1,
            null));
  }
}
