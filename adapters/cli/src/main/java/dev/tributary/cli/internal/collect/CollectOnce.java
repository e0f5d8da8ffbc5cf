package dev.tributary.cli.internal.collect;

import dev.tributary.api.Platform;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunStatus;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads sources until they have nothing more to give, all at the same time. */
public final class CollectOnce {
  private final Platform platform;
  private final RunReport report;

  /**
   * Makes it ready.
   *
   * @param platform a platform that need not be started
   * @param report gets each run as it ends
   */
  public CollectOnce(Platform platform, RunReport report) {
    this.platform = platform;
    this.report = report;
  }

  /** What became of all sources. */
  public enum Outcome {
    /** Everything was read and stored. */
    COMPLETE,
    /** Some rows, parts or sources were not. */
    PARTIAL,
    /** Not one source could be read. */
    FAILED
  }

  /**
   * Runs each source once and waits for all of them.
   *
   * @param sourceIds which ones
   * @return what became of them
   */
  public Outcome run(List<String> sourceIds) {
    List<Future<Run>> runs;
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("collect-", 0).factory())) {
      runs = sourceIds.stream().map(source -> threads.submit(() -> collect(source))).toList();
    }
    return outcome(runs.stream().map(CollectOnce::result).toList());
  }

  private Run collect(String sourceId) {
    Run run = platform.sources().collect(sourceId);
    report.write(run);
    return run;
  }

  private static Run result(Future<Run> ended) {
    return switch (ended.state()) {
      case FAILED ->
          throw new IllegalStateException("a source could not be run", ended.exceptionNow());
      default -> ended.resultNow();
    };
  }

  private static Outcome outcome(List<Run> runs) {
    if (runs.stream().allMatch(run -> run.status() == RunStatus.SUCCEEDED)) {
      return Outcome.COMPLETE;
    }
    boolean nothing =
        runs.stream()
            .allMatch(run -> run.status() == RunStatus.FAILED && run.counts().ingested() == 0);
    return nothing ? Outcome.FAILED : Outcome.PARTIAL;
  }
}
