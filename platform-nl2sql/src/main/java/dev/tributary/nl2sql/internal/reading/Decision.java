package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.phrase.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What to do with the readings of a question: the likeliest is taken if it is likely and certain
 * enough. The bound was set on the development questions, well before one answer in ten is wrong;
 * {@code docs/nl2sql.md} has the curve.
 */
public sealed interface Decision {
  /** How much cost and risk an answer may have together. */
  double BOUND = 0.65;

  /** How close to the likeliest another reading has to be to be offered. */
  double NEAR = 0.4;

  /**
   * The likeliest reading is taken.
   *
   * @param reading the reading
   */
  record Take(Reading reading) implements Decision {}

  /**
   * The readings are too close, or too uncertain, to take one.
   *
   * @param readings two or three of them
   */
  record Ask(List<Reading> readings) implements Decision {
    /** Copies the list. */
    public Ask {
      readings = List.copyOf(readings);
    }
  }

  /** No reading will do. */
  record Pass() implements Decision {}

  /**
   * Decides.
   *
   * @param readings the readings, the likeliest first
   * @param text what tells two readings apart
   * @return what to do
   */
  static Decision of(List<Reading> readings, Function<Reading, String> text) {
    if (readings.isEmpty() || !readings.get(0).draft().unknown().isEmpty()) {
      return new Pass();
    }
    Reading best = readings.get(0);
    if (best.cost() + best.risk() <= BOUND && !tied(best, readings, text)) {
      return new Take(best);
    }
    Set<String> seen = new HashSet<>();
    List<Reading> near = new ArrayList<>();
    for (Reading reading : readings) {
      boolean close = reading.cost() <= best.cost() + NEAR && reading.draft().unknown().isEmpty();
      if (close && near.size() < 3 && seen.add(text.apply(reading))) {
        near.add(reading);
      }
    }
    return near.size() > 1 && best.cost() <= 2 * BOUND ? new Ask(near) : new Pass();
  }

  /**
   * Whether no table is named and the same phrases are as likely said of another one, or the words
   * that name a table are as likely the name of another.
   */
  private static boolean tied(
      Reading best, List<Reading> readings, Function<Reading, String> text) {
    boolean named = !Focus.named(best.draft()).isEmpty();
    return readings.stream()
        .skip(1)
        .filter(other -> named ? sameWords(best, other) : other.draft().equals(best.draft()))
        .filter(other -> other.cost() + other.risk() < best.cost() + best.risk() + 0.02)
        .anyMatch(other -> !text.apply(other).equals(text.apply(best)));
  }

  private static boolean sameWords(Reading one, Reading other) {
    List<Mention> mine = mentions(one);
    List<Mention> theirs = mentions(other);
    if (one.draft().parts().size() != other.draft().parts().size()
        || mine.equals(theirs)
        || mine.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      Mention a = mine.get(i);
      Mention b = theirs.get(i);
      if (a.from() != b.from() || a.to() != b.to() || a.table() != b.table()) {
        return false;
      }
    }
    return true;
  }

  private static List<Mention> mentions(Reading reading) {
    return reading.draft().parts().stream()
        .map(Part::mention)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
