package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;

/** What words of a question may stand for. */
public sealed interface Link {
  /** How well the words fit, up to 1. */
  double strength();

  /** A table. */
  record ToRelation(Relation relation, double strength) implements Link {}

  /** A column; {@code named} if the words name its table too. */
  record ToAttribute(Attribute attribute, double strength, boolean named) implements Link {}

  /** A stored text. */
  record ToValue(Attribute attribute, String text, double strength) implements Link {}
}
