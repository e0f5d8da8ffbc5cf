package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.serve.RunningServer;
import dev.tributary.cli.internal.stop.StopSignal;
import dev.tributary.helidon.ServerLogging;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tributary serve --config FILE}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Collects the sources of a configuration and answers over HTTP, until stopped.")
public final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration.")
  private @Nullable Path config;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Option(
      names = "--log-format",
      description = "How log lines look: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}",
      defaultValue = "TEXT")
  private ServerLogging.@Nullable Format logFormat;

  @Override
  public Integer call() {
    ServerLogging.install(Objects.requireNonNull(logFormat), false);
    try (StopSignal stop = StopSignal.listening();
        RunningServer server =
            RunningServer.start(Objects.requireNonNull(config), Version.number())) {
      long millis = server.firstHealthyAnswer().toMillis();
      terminal.say("%s is healthy, %,d ms after Java started".formatted(server.url(), millis));
      stop.await();
      terminal.hint("ending after the batch in hand");
      return ExitCode.OK.code();
    }
  }
}
