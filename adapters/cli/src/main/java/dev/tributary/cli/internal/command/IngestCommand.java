package dev.tributary.cli.internal.command;

import dev.tributary.api.Platform;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.NearestName;
import dev.tributary.cli.internal.collect.CollectOnce;
import dev.tributary.cli.internal.collect.FollowRuns;
import dev.tributary.cli.internal.collect.PlanReport;
import dev.tributary.cli.internal.collect.RunReport;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.serve.ConfiguredPlatform;
import dev.tributary.cli.internal.stop.StopSignal;
import dev.tributary.embedded.Tributary;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tributary ingest --config FILE}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Collects the sources of a configuration, without a server.",
      "With --once it exits with 4 if rows or sources were left out, and with 1 if all failed."
    })
public final class IngestCommand implements Callable<Integer> {
  private static final int PLANNED_ROWS = 20;

  private final Terminal terminal;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  private @Nullable Path config;

  @Option(names = "--source", paramLabel = "ID", description = "Only this source; repeatable.")
  private @Nullable List<String> sources;

  @ArgGroup private @Nullable Mode mode;

  @Option(names = "--json", description = "One JSON object per run or plan instead of words.")
  private boolean json;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public IngestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What to do instead of collecting for good. */
  static final class Mode {
    @Option(names = "--once", description = "Collect what there is, then end.")
    private boolean once;

    @Option(
        names = "--plan",
        description = "Show what the mappings make of real rows, and write nothing.")
    private boolean plan;
  }

  @Override
  public Integer call() {
    try (Tributary platform = ConfiguredPlatform.read(Objects.requireNonNull(config)).open()) {
      if (mode != null && mode.plan) {
        return plan(platform);
      }
      if (mode != null && mode.once) {
        return once(platform);
      }
      return follow(platform);
    }
  }

  private int plan(Platform platform) {
    PlanReport report = new PlanReport(terminal, json);
    chosen(platform).forEach(source -> report.write(platform.sources().plan(source, PLANNED_ROWS)));
    return ExitCode.OK.code();
  }

  private int once(Platform platform) {
    RunReport report = new RunReport(terminal, json);
    ExitCode ended =
        switch (new CollectOnce(platform, report).run(chosen(platform))) {
          case COMPLETE -> ExitCode.OK;
          case PARTIAL -> ExitCode.PARTIAL;
          case FAILED -> ExitCode.FAILED;
        };
    return ended.code();
  }

  private int follow(Tributary platform) {
    try (StopSignal stop = StopSignal.listening()) {
      long seen = platform.events().lastId();
      platform.start();
      terminal.hint("collecting; Ctrl-C ends it after the batch in hand");
      new FollowRuns(platform, new RunReport(terminal, json)).until(seen, stop);
      platform.close();
    }
    return ExitCode.OK.code();
  }

  private List<String> chosen(Platform platform) {
    List<String> known =
        platform.sources().list().stream().map(status -> status.source().id()).toList();
    if (sources == null) {
      return known;
    }
    for (String source : sources) {
      if (!known.contains(source)) {
        throw new PlatformException(
            PlatformError.NOT_FOUND,
            "no source '%s' in %s; %s"
                .formatted(
                    source,
                    config,
                    NearestName.of(source, known)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("it has " + String.join(", ", known))));
      }
    }
    return List.copyOf(sources);
  }
}
