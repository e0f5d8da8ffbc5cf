package dev.tributary.alerts.internal.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Takes what the windows of one series have to say, in the order of event time. Of several series
 * that have something to say of the same moment, the one first by name is heard first.
 */
public interface SeriesSink {
  /**
   * A window has closed: no event within the allowed lateness can change it any more.
   *
   * @param reading what it shows
   * @return true if further windows without events, for however long, would change nothing
   */
  boolean closed(Reading reading);

  /**
   * The series has had no event for so long that it was dropped.
   *
   * @param at when, in milliseconds since the epoch
   */
  void forgotten(long at);

  /**
   * Writes what is remembered of the windows so far.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  void save(DataOutput out) throws IOException;

  /**
   * Replaces what is remembered by what was saved.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  void restore(DataInput in) throws IOException;
}
