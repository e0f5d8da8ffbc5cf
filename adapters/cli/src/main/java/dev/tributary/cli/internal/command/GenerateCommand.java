package dev.tributary.cli.internal.command;

import dev.tributary.alerts.EventScenario;
import dev.tributary.api.alert.EventPlan;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.cli.internal.alert.EventDelivery;
import dev.tributary.cli.internal.alert.EventLine;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.serve.ConfiguredPlatform;
import dev.tributary.embedded.Tributary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary events generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes up the events of a metric: JSON lines on the output, or handed to a platform.",
      "The same options and seed give the same events on every machine.",
      "Exits with 4 if a platform refused some."
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final Duration USUAL_LENGTH = Duration.ofHours(1);
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--scenario",
      required = true,
      description = {
        "steady; burst (ten times as many in the middle tenth); seasonal (a wave over the day);",
        "drift (three times as many in the end); incident (a flood, then silence)"
      })
  private @Nullable String scenario;

  @Option(names = "--metric", required = true, description = "The metric, such as failed_logins.")
  private @Nullable String metric;

  @Option(names = "--label", paramLabel = "NAME=VALUE", description = "A label; repeatable.")
  private @Nullable Map<String, String> labels;

  @Option(
      names = "--rate",
      defaultValue = "1",
      description = "Events per second when nothing is unusual. Default: ${DEFAULT-VALUE}")
  private double rate;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Such as 2026-01-31T12:00:00Z. Default: an hour before the end, or now")
  private @Nullable Instant from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Likewise. Default: an hour after the beginning")
  private @Nullable Instant until;

  @Option(
      names = "--history",
      description = {
        "They are of the past: no alert comes of them, and rules can be tried on them.",
        "Without times, the last day."
      })
  private boolean history;

  @Option(names = "--seed", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Hand them to a running server, such as http://127.0.0.1:8080.")
  private @Nullable URI server;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Hand them to the platform of a configuration; no server may run on it.")
  private @Nullable Path config;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public GenerateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Iterable<MetricEvent> events = EventScenario.events(plan());
    if (server != null && config != null) {
      throw wrong("--server and --config name two places; leave one out");
    }
    if (server != null) {
      return report(EventDelivery.over(server, events, history)).code();
    }
    if (config != null) {
      try (Tributary platform = ConfiguredPlatform.read(config).open()) {
        return report(EventDelivery.to(platform.alerting().intake(), events, history)).code();
      }
    }
    events.forEach(event -> terminal.say(EventLine.of(event)));
    return ExitCode.OK.code();
  }

  private ExitCode report(EventDelivery.Totals totals) {
    terminal.say("%,d events taken, %,d refused".formatted(totals.taken(), totals.refused()));
    if (totals.refused() == 0) {
      return ExitCode.OK;
    }
    terminal.fault(totals.refusal());
    return totals.taken() == 0 ? ExitCode.FAILED : ExitCode.PARTIAL;
  }

  private EventPlan plan() {
    try {
      Instant end = end();
      Instant begin = begin(end);
      return new EventPlan(
          EventPlan.Scenario.valueOf(Objects.requireNonNull(scenario).toUpperCase(Locale.ROOT)),
          Objects.requireNonNull(metric),
          Objects.requireNonNullElseGet(labels, TreeMap::new),
          rate,
          begin,
          Objects.requireNonNullElseGet(end, () -> begin.plus(USUAL_LENGTH)),
          seed);
    } catch (IllegalArgumentException unfit) {
      throw wrong(unfit.getMessage() + "; see --help");
    }
  }

  private @Nullable Instant end() {
    return until == null && from == null && history ? Instant.now() : until;
  }

  private Instant begin(@Nullable Instant end) {
    if (from != null) {
      return from;
    }
    return end == null ? Instant.now() : end.minus(history ? A_DAY : USUAL_LENGTH);
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
  }
}
