package dev.tributary.alerts.internal.lifecycle;

import static dev.tributary.api.alert.AlertState.ERROR;
import static dev.tributary.api.alert.AlertState.FIRING;
import static dev.tributary.api.alert.AlertState.INACTIVE;
import static dev.tributary.api.alert.AlertState.NO_DATA;
import static dev.tributary.api.alert.AlertState.PENDING;
import static dev.tributary.api.alert.AlertState.RECOVERING;
import static dev.tributary.api.alert.AlertState.RESOLVED;

import dev.tributary.api.alert.AlertState;

/**
 * Where an alert goes from each state with each input: the states of Prometheus alerting rules,
 * with Grafana's recovering, no data and error. What it takes time to reach is looked up again when
 * the time has passed.
 */
final class TransitionTable {
  private static final Step RAISE = new Step(PENDING, Timer.HELD);
  private static final Step RECOVER = new Step(RECOVERING, Timer.OVER);

  // Columns: TRUE, FALSE, NO_DATA, ERROR, GONE. An alert that is on is not ended by a lack of data.
  private static final Row INACTIVE_ROW =
      new Row(RAISE, to(INACTIVE), to(NO_DATA), to(ERROR), to(INACTIVE));
  private static final Row FIRING_ROW =
      new Row(to(FIRING), RECOVER, to(FIRING), to(FIRING), to(RESOLVED));
  private static final Row RECOVERING_ROW =
      new Row(to(FIRING), RECOVER, to(RECOVERING), to(RECOVERING), to(RESOLVED));
  private static final Row RESOLVED_ROW =
      new Row(RAISE, to(RESOLVED), to(NO_DATA), to(ERROR), to(INACTIVE));

  private TransitionTable() {}

  /**
   * The next state.
   *
   * @param held whether the condition has been true for as long as it has to be
   * @param over whether it has not been true for as long as the alert goes on
   */
  static AlertState next(AlertState state, Input input, boolean held, boolean over) {
    Step step = row(state).on(input);
    return switch (step.timer()) {
      case NONE -> step.to();
      case HELD -> held ? FIRING : step.to();
      case OVER -> over ? RESOLVED : step.to();
    };
  }

  private static Row row(AlertState state) {
    return switch (state) {
      case INACTIVE, PENDING, NO_DATA, ERROR -> INACTIVE_ROW;
      case FIRING -> FIRING_ROW;
      case RECOVERING -> RECOVERING_ROW;
      case RESOLVED -> RESOLVED_ROW;
    };
  }

  private static Step to(AlertState state) {
    return new Step(state, Timer.NONE);
  }

  private enum Timer {
    NONE,
    HELD,
    OVER
  }

  /**
   * Where to go.
   *
   * @param to the next state while the timer runs
   * @param timer what may lead further
   */
  private record Step(AlertState to, Timer timer) {}

  /** Where to go from a state. */
  private record Row(Step onTrue, Step onFalse, Step onNoData, Step onError, Step onGone) {
    Step on(Input input) {
      return switch (input) {
        case TRUE -> onTrue;
        case FALSE -> onFalse;
        case NO_DATA -> onNoData;
        case ERROR -> onError;
        case GONE -> onGone;
      };
    }
  }
}
