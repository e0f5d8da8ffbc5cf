package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A table after the stored texts that say which of its rows are meant, as in failed logins.
 *
 * @param table the table
 * @param which the texts
 * @param cost how unlikely it is
 */
record Qualified(Mention table, List<Part.Stored> which, double cost) {
  private static final double EACH = 0.1;

  /** All tables that begin at a word, bare or after one or two texts. */
  static List<Qualified> at(Sentence sentence, int at) {
    return at(sentence, at, 2);
  }

  private static List<Qualified> at(Sentence sentence, int at, int most) {
    List<Qualified> found = new ArrayList<>();
    for (Mention table : sentence.tables(at)) {
      found.add(new Qualified(table, List.of(), table.weakness()));
    }
    for (Span value : most > 0 ? sentence.values(at) : List.<Span>of()) {
      for (Qualified rest : at(sentence, value.to(), most - 1)) {
        found.add(rest.after(value));
      }
    }
    return found;
  }

  private Qualified after(Span value) {
    List<Part.Stored> all = new ArrayList<>();
    all.add(Part.Stored.of(value, table));
    all.addAll(which);
    return new Qualified(table, all, cost + EACH + 1 - value.links().get(0).strength());
  }

  /** A draft in which the rows meant are told. */
  Draft told(Draft draft) {
    Draft told = draft;
    for (Part.Stored stored : which) {
      told = told.with(stored, 0);
    }
    return told;
  }
}
