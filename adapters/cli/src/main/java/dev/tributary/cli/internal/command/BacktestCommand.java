package dev.tributary.cli.internal.command;

import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.RuleBook;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.api.alert.Trial;
import dev.tributary.cli.internal.alert.EventFile;
import dev.tributary.cli.internal.alert.FewLines;
import dev.tributary.cli.internal.alert.FileTrial;
import dev.tributary.cli.internal.alert.TrialReport;
import dev.tributary.cli.internal.alert.TriedRules;
import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.serve.ConfiguredPlatform;
import dev.tributary.embedded.Tributary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary alerts backtest}. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what rules would have done, without setting them: on the events of a file,",
      "or on all that the store of a configuration has in its log.",
      "Exits with 4 if events of the file could not be read; they are named."
    })
public final class BacktestCommand implements Callable<Integer> {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "YAML with a list 'rules'. Default: those of the configuration's store")
  private @Nullable Path rules;

  @Option(names = "--rule", paramLabel = "ID", description = "Only this rule. Default: all")
  private @Nullable String rule;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = {
        "Events as JSON lines, as 'events generate' writes them, or as CSV with the columns",
        "timestamp, metric, value; its other columns are labels."
      })
  private @Nullable Path events;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration whose store has the log; no server may run on it.")
  private @Nullable Path config;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Such as 2026-01-31T12:00:00Z. Default: the first event, or a day before")
  private @Nullable Instant from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Likewise. Default: the last event, or the present")
  private @Nullable Instant until;

  @Option(names = "--json", description = "One JSON object per transition instead of words.")
  private boolean json;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public BacktestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if ((events == null) == (config == null)) {
      throw wrong("name the events: either --events FILE or --config FILE");
    }
    return (config == null ? onFile() : onStore(config)).code();
  }

  private ExitCode onFile() throws IOException {
    if (rules == null) {
      throw wrong("--rules FILE is missing; it holds the rules to try");
    }
    List<AlertRule> chosen = TriedRules.chosen(TriedRules.read(rules), rule);
    EventFile file = new EventFile(Objects.requireNonNull(events));
    EventFile.Span span =
        from == null || until == null ? file.span() : new EventFile.Span(from, until);
    Instant begin = Objects.requireNonNullElseGet(from, span::from);
    Instant end = Objects.requireNonNullElseGet(until, span::until);
    check(begin, end);
    List<FileTrial> trials = chosen.stream().map(one -> new FileTrial(one, begin)).toList();
    FewLines faults = new FewLines();
    file.read(event -> trials.forEach(trial -> trial.accept(event)), faults);
    TrialReport report = new TrialReport(terminal, json);
    trials.forEach(trial -> trial.end(end, report));
    faults.lines().forEach(terminal::fault);
    return faults.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
  }

  private ExitCode onStore(Path file) {
    Instant end = Objects.requireNonNullElseGet(until, Instant::now);
    Instant begin = Objects.requireNonNullElseGet(from, () -> end.minus(A_DAY));
    check(begin, end);
    try (Tributary platform = ConfiguredPlatform.read(file).open()) {
      RuleBook book = platform.alerting().rules();
      List<AlertRule> known =
          rules == null
              ? book.list().stream().map(StoredRule::rule).toList()
              : TriedRules.read(rules);
      TrialReport report = new TrialReport(terminal, json);
      for (AlertRule one : TriedRules.chosen(known, rule)) {
        Trial trial = book.backtest(one, begin, end);
        report.write(one, trial.transitions(), trial.counts());
        if (trial.gap()) {
          terminal.hint("the log no longer reaches back to " + begin);
        }
      }
    }
    return ExitCode.OK;
  }

  private void check(Instant begin, Instant end) {
    if (!begin.isBefore(end)) {
      throw wrong("--from " + begin + " is not before --until " + end);
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
  }
}
