package dev.tributary.alerts.internal.lifecycle;

import dev.tributary.api.alert.AlertState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one alert is in its life, and since when. Not thread-safe. */
public final class AlertLife {
  private static final long NEVER = Long.MIN_VALUE;

  private final long lasting;
  private final long keepFiringFor;
  private AlertState state = AlertState.INACTIVE;
  private long activeAt = NEVER;
  private long lastTrueAt = NEVER;
  private long resolvedAt = NEVER;

  /**
   * Begins a life.
   *
   * @param lasting how long the condition has to be true, in milliseconds
   * @param keepFiringFor how long an alert goes on after it was last true, in milliseconds
   */
  public AlertLife(long lasting, long keepFiringFor) {
    this.lasting = lasting;
    this.keepFiringFor = keepFiringFor;
  }

  /**
   * Where it is.
   *
   * @return the state
   */
  public AlertState state() {
    return state;
  }

  /**
   * Takes an evaluation.
   *
   * @param at when, in milliseconds since the epoch, not before the one before
   * @param input what it means
   * @return the state before
   */
  public AlertState evaluated(long at, Input input) {
    AlertState before = state;
    if (input == Input.TRUE) {
      activeAt = activeAt == NEVER ? at : activeAt;
      lastTrueAt = at;
    }
    boolean held = activeAt != NEVER && at - activeAt >= lasting;
    boolean over = lastTrueAt != NEVER && at - lastTrueAt >= keepFiringFor;
    state = TransitionTable.next(before, input, held, over);
    if (state != AlertState.PENDING && !state.active()) {
      activeAt = NEVER;
    }
    if (before.active() && !state.active()) {
      resolvedAt = at;
    }
    return before;
  }

  /**
   * Tells whether the same input again, at whatever time, would lead nowhere else.
   *
   * @param input the input
   * @return true if only another input makes a difference
   */
  public boolean restsWith(Input input) {
    return TransitionTable.next(state, input, true, true) == state;
  }

  /**
   * Since when the condition has been true.
   *
   * @return the time; null while it is not, and the alert neither
   */
  public @Nullable Instant activeAt() {
    return instant(activeAt);
  }

  /**
   * When the condition last was true.
   *
   * @return the time; null if it never was
   */
  public @Nullable Instant lastTrueAt() {
    return instant(lastTrueAt);
  }

  /**
   * When the alert last ended.
   *
   * @return the time; null if it never did
   */
  public @Nullable Instant resolvedAt() {
    return instant(resolvedAt);
  }

  private static @Nullable Instant instant(long millis) {
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }

  /**
   * Writes everything.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void save(DataOutput out) throws IOException {
    out.writeUTF(state.name());
    out.writeLong(activeAt);
    out.writeLong(lastTrueAt);
    out.writeLong(resolvedAt);
  }

  /**
   * Replaces everything by what was saved.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  public void restore(DataInput in) throws IOException {
    state = AlertState.valueOf(in.readUTF());
    activeAt = in.readLong();
    lastTrueAt = in.readLong();
    resolvedAt = in.readLong();
  }
}
