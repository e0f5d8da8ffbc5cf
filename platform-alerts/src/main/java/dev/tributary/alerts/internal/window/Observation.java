package dev.tributary.alerts.internal.window;

/**
 * What windows see of an event.
 *
 * @param at when, in milliseconds since the epoch
 * @param value how much, finite
 * @param member what is counted where different ones are; empty elsewhere
 */
public record Observation(long at, double value, String member) {
  /**
   * Makes an observation whose members are not counted.
   *
   * @param at when, in milliseconds since the epoch
   * @param value how much, finite
   * @return the observation
   */
  public static Observation of(long at, double value) {
    return new Observation(at, value, "");
  }
}
