package dev.tributary.nl2sql.internal.conversation;

import dev.tributary.api.query.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sense in which an earlier question was taken, out of several. A follow-up goes on in the same
 * sense: of its own readings it means the one that has most words in common with it.
 *
 * @param picked the reading that was picked, in words; empty if nothing had to be picked
 * @param others the readings that were not
 */
record Sense(String picked, List<String> others) {
  /** Nothing had to be picked. */
  static final Sense ANY = new Sense("", List.of());

  static Sense of(String picked, List<Outcome.Option> options) {
    return new Sense(
        picked,
        options.stream()
            .map(Outcome.Option::label)
            .filter(label -> !label.equals(picked))
            .toList());
  }

  boolean any() {
    return picked.isEmpty();
  }

  /** The option that is meant; empty if several come equally near. */
  Optional<Outcome.Option> among(List<Outcome.Option> options) {
    List<Outcome.Option> nearest = new ArrayList<>();
    double most = 0;
    for (Outcome.Option option : options) {
      double share = share(picked, option.label());
      if (share > most) {
        nearest.clear();
        most = share;
      }
      if (share == most) {
        nearest.add(option);
      }
    }
    return most > 0 && nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
  }

  /** Whether a reading goes on in this sense, and not in one of the others. */
  boolean holds(String reading) {
    double mine = share(picked, reading);
    return others.stream().noneMatch(other -> share(other, reading) > mine);
  }

  /** How many of the words of the one, from 0 to 1, the other has too. */
  private static double share(String sense, String reading) {
    List<String> wanted = words(sense);
    List<String> left = new ArrayList<>(words(reading));
    return wanted.isEmpty()
        ? 0
        : (double) wanted.stream().filter(left::remove).count() / wanted.size();
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
