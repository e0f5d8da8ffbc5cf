package dev.tributary.alerts.internal.evaluate;

import dev.tributary.alerts.internal.condition.ConditionJudge;
import dev.tributary.alerts.internal.condition.Truth;
import dev.tributary.alerts.internal.lifecycle.AlertLife;
import dev.tributary.alerts.internal.lifecycle.Input;
import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Transition;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The alert of one series: its condition, its life and its latest window. Not thread-safe. */
final class SeriesAlert {
  private final AlertKey key;
  private final NoDataPolicy onNoData;
  private final ConditionJudge judge;
  private final AlertLife life;
  private double value = Double.NaN;
  private boolean settled;

  SeriesAlert(AlertKey key, NoDataPolicy onNoData, ConditionJudge judge, AlertLife life) {
    this.key = key;
    this.onNoData = onNoData;
    this.judge = judge;
    this.life = life;
  }

  /** Takes a window; returns what it changes, if it does. */
  @Nullable Transition evaluate(Reading reading) {
    Truth truth = judge.judge(reading, life.state().active());
    value = reading.value();
    Input input = input(truth);
    AlertState before = life.state();
    if (input != null) {
      life.evaluated(reading.at(), input);
    }
    if (before.active() && !life.state().active()) {
      judge.over();
    }
    settled = reading.count() == 0 && judge.settled() && rests(input);
    return transition(
        before,
        reading.at(),
        life.state() == before ? "" : reason(reading, truth),
        judge.judgement());
  }

  /** Takes note that the alert is known, so that nothing is learned from it. */
  void acknowledge() {
    if (life.state().active()) {
      judge.acknowledged();
    }
  }

  /** Takes note that the alert cannot be evaluated; returns what that changes, if it does. */
  @Nullable Transition fail(long at, String reason) {
    AlertState before = life.evaluated(at, Input.ERROR);
    return transition(before, at, reason, null);
  }

  /** Whether the same again would change nothing, not even when the condition was last true. */
  private boolean rests(@Nullable Input input) {
    return input == null || (input != Input.TRUE && life.restsWith(input));
  }

  private String reason(Reading reading, Truth truth) {
    if (truth == Truth.UNKNOWN) {
      return "the window has no value";
    }
    return reading.note().isEmpty() ? judge.reason(reading) : reading.note();
  }

  /** What the truth means for the life of the alert; null if nothing. */
  private @Nullable Input input(Truth truth) {
    return switch (truth) {
      case TRUE -> Input.TRUE;
      case FALSE -> Input.FALSE;
      case UNKNOWN ->
          switch (onNoData) {
            case KEEP -> null;
            case NORMAL -> Input.FALSE;
            case ALERT -> Input.TRUE;
            case REPORT -> Input.NO_DATA;
          };
    };
  }

  /** Whether windows without events, for however long, would change nothing. */
  boolean settled() {
    return settled;
  }

  /** Ends the alert with its series; returns what that changes, if it does. */
  @Nullable Transition end(long at, String reason) {
    AlertState before = life.evaluated(at, Input.GONE);
    return transition(before, at, reason, null);
  }

  private @Nullable Transition transition(
      AlertState before, long at, String reason, @Nullable Judgement judgement) {
    AlertState after = life.state();
    return after == before
        ? null
        : new Transition(
            key,
            before,
            after,
            Instant.ofEpochMilli(at),
            life.activeAt(),
            value,
            reason,
            judgement);
  }

  AlertStatus status() {
    return new AlertStatus(
        key, life.state(), life.activeAt(), life.lastTrueAt(), life.resolvedAt(), value);
  }

  void save(DataOutput out) throws IOException {
    out.writeDouble(value);
    out.writeBoolean(settled);
    life.save(out);
    judge.save(out);
  }

  void restore(DataInput in) throws IOException {
    value = in.readDouble();
    settled = in.readBoolean();
    life.restore(in);
    judge.restore(in);
  }
}
