package dev.tributary.cli.internal.command;

import dev.tributary.cli.internal.console.Terminal;
import dev.tributary.cli.internal.serve.ConfiguredPlatform;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tributary config check FILE}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Looks after configuration files.")
public final class ConfigCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Makes the command.
   *
   * @param terminal where it speaks
   */
  public ConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say what to do with it, such as check.");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads a configuration and lists everything that is wrong with it.")
  int check(@Parameters(paramLabel = "FILE") Path file) {
    ConfiguredPlatform.read(file);
    terminal.say(file + " is in order");
    return ExitCode.OK.code();
  }
}
