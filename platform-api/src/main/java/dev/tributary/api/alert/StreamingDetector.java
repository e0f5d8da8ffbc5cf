package dev.tributary.api.alert;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * Judges the values of one series, each by the ones before it only. A detector is deterministic,
 * needs the same memory after a million values as after a thousand, and never sees the judged value
 * in its own baseline.
 *
 * <p>A value that is not finite counts as missing: it is judged {@link Judgement#unknown} and
 * leaves no trace. Values need not come at equal distances; they have to come in order of time, and
 * a clock that steps back only blurs what is known about times of day. Not thread-safe: one
 * instance for each series.
 */
public interface StreamingDetector {

  /**
   * Judges a value without learning from it.
   *
   * @param at when the value was measured
   * @param value the value
   * @return what is to be said about it
   */
  Judgement judge(Instant at, double value);

  /**
   * Adds a value to the baseline. Leave this out for values of an incident that somebody has
   * acknowledged, so that the next one is not taken for usual.
   *
   * @param at when the value was measured
   * @param value the value
   */
  void learn(Instant at, double value);

  /**
   * Judges a value, then learns from it.
   *
   * @param at when the value was measured
   * @param value the value
   * @return how unusual it is, from 0 to 1; {@link Judgement#ANOMALY} and above mean an anomaly
   */
  default double score(Instant at, double value) {
    double score = judge(at, value).score();
    learn(at, value);
    return score;
  }

  /**
   * Writes everything that was learned.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  void save(DataOutput out) throws IOException;

  /**
   * Replaces everything that was learned by what a detector of the same kind has saved. Both then
   * say the same about every value, bit for bit.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  void restore(DataInput in) throws IOException;
}
