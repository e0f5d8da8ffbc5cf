package dev.tributary.api.alert;

import java.util.List;

/** Rests, goes on, and says how it goes. Thread-safe. */
public interface AlertControl {

  /**
   * How evaluation and delivery go.
   *
   * @return the status
   */
  AlertingStatus status();

  /** Stops evaluating, on every worker, until {@link #resume}. Nothing is lost. */
  void pause();

  /** Goes on where {@link #pause} stopped; what has come in the meantime is evaluated in order. */
  void resume();

  /**
   * Evaluates what is in the log now, in the calling thread, if it is for this worker to do.
   *
   * @return the status after it
   */
  AlertingStatus evaluateNow();

  /**
   * The workers that share the store.
   *
   * @return the workers by name
   */
  List<AlertWorker> workers();
}
