package dev.tributary.nl2sql.internal.phrase;

import java.util.List;

/** A kind of phrase. Stateless. */
interface Phrase {
  /** The ways to read such a phrase that begins at a word; none if it does not begin there. */
  List<Step> read(Sentence sentence, int at, Draft draft);
}
