package dev.tributary.api.alert;

/**
 * What became of the events that a rule is about.
 *
 * @param taken how many count
 * @param late how many came after their windows had closed
 * @param refused how many belong to series beyond the limit
 * @param unusable how many have a value that is not finite
 */
public record EventCounts(long taken, long late, long refused, long unusable) {
  /** No events at all. */
  public static final EventCounts NONE = new EventCounts(0, 0, 0, 0);

  /**
   * Adds up.
   *
   * @param other further events
   * @return both
   */
  public EventCounts plus(EventCounts other) {
    return new EventCounts(
        taken + other.taken, late + other.late, refused + other.refused, unusable + other.unusable);
  }

  /**
   * Tells what came later.
   *
   * @param earlier the counts of before
   * @return the events since then
   */
  public EventCounts since(EventCounts earlier) {
    return new EventCounts(
        taken - earlier.taken,
        late - earlier.late,
        refused - earlier.refused,
        unusable - earlier.unusable);
  }
}
