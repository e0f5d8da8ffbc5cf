package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.query.Expression.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the words read so far say, and what they promise about the words to come. Immutable.
 *
 * @param parts what was said
 * @param stance how the next mention is to be taken
 * @param figures figures that wait for what they are made of
 * @param distinct whether what comes next is to be shown once
 * @param or whether the next test is an alternative
 * @param unknown positions of words that mean nothing known
 * @param cost how unlikely the reading is
 */
public record Draft(
    List<Part> parts,
    Stance stance,
    List<Function> figures,
    boolean distinct,
    boolean or,
    List<Integer> unknown,
    double cost) {

  /** How a mention is to be taken. */
  public enum Stance {
    /** As something to show. */
    SHOW,
    /** As something that narrows down what is shown. */
    NARROW
  }

  /** Of two readings the one with fewer parts is likelier. */
  private static final double EACH = 0.02;

  /** What was said of things asked for, as in are reusable, is hardly given up. */
  private static final double LOST = 0.4;

  /** Nothing is read yet. */
  static final Draft EMPTY =
      new Draft(List.of(), Stance.SHOW, List.of(), false, false, List.of(), 0);

  /** Copies the lists. */
  public Draft {
    parts = List.copyOf(parts);
    figures = List.copyOf(figures);
    unknown = List.copyOf(unknown);
  }

  Draft with(Part part, double more) {
    List<Part> longer = new ArrayList<>(parts);
    longer.add(part);
    boolean kept = or && part instanceof Part.Context;
    return new Draft(longer, stance, figures, false, kept, unknown, cost + more + EACH);
  }

  Draft stance(Stance next) {
    return new Draft(parts, next, figures, distinct, or, unknown, cost);
  }

  Draft figure(Function function) {
    List<Function> longer = new ArrayList<>(figures);
    longer.add(function);
    return new Draft(parts, stance, longer, distinct, or, unknown, cost);
  }

  Draft withoutFigures() {
    return new Draft(parts, stance, List.of(), distinct, or, unknown, cost);
  }

  Draft different() {
    return new Draft(parts, stance, figures, true, or, unknown, cost);
  }

  Draft alternative(boolean next) {
    return new Draft(parts, stance, figures, distinct, next, unknown, cost);
  }

  Draft costing(double more) {
    return new Draft(parts, stance, figures, distinct, or, unknown, cost + more);
  }

  Draft ignoring(int position, double more) {
    List<Integer> longer = new ArrayList<>(unknown);
    longer.add(position);
    return new Draft(parts, stance, figures, distinct, or, longer, cost + more);
  }

  /** The draft without its items: a later sentence says anew what to show. */
  Draft anew() {
    List<Part> kept = new ArrayList<>();
    boolean asked = false;
    double lost = 0;
    for (Part part : parts) {
      if (!(part instanceof Part.Item item)) {
        kept.add(part);
        continue;
      }
      if (item.of().table()) {
        kept.add(new Part.Context(item.of(), false));
      } else if (asked && item.function() == null) {
        lost += LOST;
      }
      asked = true;
    }
    return new Draft(kept, Stance.SHOW, List.of(), false, false, unknown, cost + lost);
  }

  /**
   * The draft with other parts.
   *
   * @param others the parts
   * @return a copy with these parts
   */
  public Draft saying(List<Part> others) {
    return new Draft(others, stance, figures, distinct, or, unknown, cost);
  }

  /** The draft with what it shows shown once each. */
  Draft once() {
    List<Part> once =
        parts.stream()
            .map(part ->
                part instanceof Part.Item(var of, var function, var twice)
                    ? new Part.Item(of, function, true)
                    : part)
            .toList();
    return saying(once);
  }

  /** Whether the rows of one table are shown, and nothing else. */
  public boolean lists() {
    List<Part> items = parts.stream().filter(Part.Item.class::isInstance).toList();
    return items.size() == 1
        && items.get(0) instanceof Part.Item item
        && item.function() == null
        && item.of().table();
  }

  /** The draft with rows counted instead of shown. */
  Draft counting() {
    List<Part> counted = new ArrayList<>();
    for (Part part : parts) {
      counted.add(
          part instanceof Part.Item item
              ? new Part.Item(item.of(), Function.COUNT, item.distinct())
              : part);
    }
    return new Draft(counted, Stance.NARROW, List.of(), false, false, unknown, cost);
  }

  boolean shows() {
    return parts.stream()
        .anyMatch(part ->
            part instanceof Part.Item
                || part instanceof Part.Asked
                || part instanceof Part.Lasting);
  }

  /** What is shown first, if it is no figure. */
  @Nullable Mention firstShown() {
    for (Part part : parts) {
      if (part instanceof Part.Item item) {
        return item.function() == null ? item.of() : null;
      }
    }
    return null;
  }

  /** Whether a sum is shown. */
  boolean sums() {
    return parts.stream()
        .anyMatch(part -> part instanceof Part.Item item && item.function() == Function.SUM);
  }

  boolean figured() {
    return parts.stream()
        .anyMatch(part ->
            (part instanceof Part.Item item && item.function() != null)
                || part instanceof Part.Tally
                || part instanceof Part.Lasting);
  }

  /** Whether only what has most or least of something is to be shown. */
  public boolean utmost() {
    return parts.stream()
        .anyMatch(part -> part instanceof Part.Utmost || part instanceof Part.Extreme);
  }

  @Nullable Part last() {
    return parts.isEmpty() ? null : parts.get(parts.size() - 1);
  }
}
