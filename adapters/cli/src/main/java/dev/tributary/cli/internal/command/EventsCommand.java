package dev.tributary.cli.internal.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary events ...}. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Makes up the events of metrics.",
    subcommands = GenerateCommand.class)
public final class EventsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say what to do, such as generate.");
  }
}
