package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.demo.Demo;
import dev.tributary.cli.internal.demo.DemoConfig;
import dev.tributary.cli.internal.stop.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Collects three data centers of a made-up bank, all in this process.",
      "At the end a table proves that every row arrived; the command fails if one did not."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      description = "Port to listen on; 0 takes any that is free. Default: ${DEFAULT-VALUE}",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--host",
      description = "Address to listen on. Default: ${DEFAULT-VALUE}",
      defaultValue = "127.0.0.1")
  private @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for everything the demo writes. Default: ${DEFAULT-VALUE}",
      defaultValue = "tributary-demo")
  private @Nullable Path data;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "End after this long. Default: on Ctrl-C")
  private @Nullable Integer seconds;

  @Option(
      names = "--seed",
      description = "Another seed, another bank. Default: ${DEFAULT-VALUE}",
      defaultValue = "42")
  private long seed;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw wrong("--port is " + port + "; use 0 to " + HIGHEST_PORT);
    }
    if (seconds != null && seconds < 1) {
      throw wrong("--for is " + seconds + "; use at least 1 second");
    }
    DemoConfig config =
        new DemoConfig(
            Objects.requireNonNull(data),
            Objects.requireNonNull(host),
            port,
            seconds == null ? null : Duration.ofSeconds(seconds),
            seed,
            Version.number());
    try (StopSignal stop = StopSignal.listening()) {
      boolean proven = new Demo(config, terminal, InstantSource.system()).run(stop);
      return (proven ? ExitCode.OK : ExitCode.FAILED).code();
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
  }
}
