package dev.tributary.alerts.internal.window;

/**
 * What windows see of an event.
 *
 * @param at when, in milliseconds since the epoch
 * @param nanos what its time has beyond the millisecond; it tells which of two is the later one
 * @param value how much, finite
 * @param member what is counted where different ones are; empty elsewhere
 */
public record Observation(long at, int nanos, double value, String member) {
  /**
   * Makes an observation whose members are not counted.
   *
   * @param at when, in milliseconds since the epoch
   * @param value how much, finite
   * @return the observation
   */
  public static Observation of(long at, double value) {
    return new Observation(at, 0, value, "");
  }
}
