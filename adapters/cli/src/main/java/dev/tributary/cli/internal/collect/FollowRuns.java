package dev.tributary.cli.internal.collect;

import dev.tributary.api.Platform;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventSlice;
import dev.tributary.api.event.EventTypes;
import dev.tributary.cli.internal.stop.StopSignal;
import java.time.Duration;

/** Reports every run that ends on a started platform, until the process is asked to end. */
public final class FollowRuns {
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int EVENTS = 200;

  private final Platform platform;
  private final RunReport report;

  /**
   * Makes it ready.
   *
   * @param platform the platform
   * @param report gets each run as it ends
   */
  public FollowRuns(Platform platform, RunReport report) {
    this.platform = platform;
    this.report = report;
  }

  /**
   * Follows until asked to end.
   *
   * @param afterId the last event not to report
   * @param stop tells when to end
   */
  public void until(long afterId, StopSignal stop) {
    long seen = afterId;
    while (!stop.await(GLANCE)) {
      seen = report(seen);
    }
    report(seen);
  }

  private long report(long afterId) {
    long seen = afterId;
    EventSlice slice = platform.events().read(seen, EVENTS);
    while (!slice.events().isEmpty()) {
      slice.events().forEach(this::report);
      seen = slice.events().getLast().id();
      slice = platform.events().read(seen, EVENTS);
    }
    return seen;
  }

  private void report(Event event) {
    if (event.type().equals(EventTypes.RUN_FINISHED)) {
      platform
          .runs()
          .find(String.valueOf(event.data().get("run_id")))
          .filter(run -> run.counts().read() > 0 || !run.errors().isEmpty())
          .ifPresent(report::write);
    }
  }
}
