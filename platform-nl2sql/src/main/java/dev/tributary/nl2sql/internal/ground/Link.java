package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;

/** What words of a question may stand for. */
public sealed interface Link {
  /** How well the words fit, up to 1. */
  double strength();

  /** The table or column. */
  default Object target() {
    return switch (this) {
      case ToRelation to -> to.relation();
      case ToAttribute to -> to.attribute();
      case ToValue to -> to.attribute();
    };
  }

  /** The same with less strength. */
  default Link weaker(double worth) {
    return switch (this) {
      case ToRelation to -> new ToRelation(to.relation(), to.strength() * worth);
      case ToAttribute to -> new ToAttribute(to.attribute(), to.strength() * worth, to.named());
      case ToValue to -> new ToValue(to.attribute(), to.text(), to.strength() * worth);
    };
  }

  /** A table. */
  record ToRelation(Relation relation, double strength) implements Link {}

  /** A column; {@code named} if the words name its table too. */
  record ToAttribute(Attribute attribute, double strength, boolean named) implements Link {}

  /** A stored text. */
  record ToValue(Attribute attribute, String text, double strength) implements Link {}
}
