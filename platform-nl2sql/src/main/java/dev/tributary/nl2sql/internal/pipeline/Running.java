package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A run and the thread it is on, which a cancellation interrupts. */
final class Running {
  private static final System.Logger LOG = System.getLogger(Running.class.getName());

  final Run run;
  private final Consumer<Progress.Step> told;
  private final Thread thread = Thread.currentThread();
  private final List<Progress.Step> ended = new ArrayList<>();
  private boolean cancelled;
  private boolean over;

  Running(Run run, Consumer<Progress.Step> told) {
    this.run = run;
    this.told = told;
  }

  /** Whoever is told must not be able to break the question. */
  void tell(Progress.Step step) {
    if (step.ended()) {
      ended.add(step);
    }
    try {
      told.accept(step);
    } catch (RuntimeException broken) {
      LOG.log(System.Logger.Level.WARNING, "a listener failed", broken);
    }
  }

  /** The steps that have ended. */
  List<Progress.Step> ended() {
    return List.copyOf(ended);
  }

  synchronized boolean cancel() {
    if (over) {
      return false;
    }
    cancelled = true;
    thread.interrupt();
    return true;
  }

  /** Ends it: from here on no interruption comes, and the one that came is taken back. */
  synchronized void over() {
    over = true;
    if (cancelled) {
      Thread.interrupted();
    }
  }
}
