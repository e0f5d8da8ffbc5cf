package dev.tributary.cli.internal.command;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a name of its own: it only knows the others. */
@Command(
    name = "tributary",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = "Collects data from many data centers into one store, and keeps it fresh.",
    synopsisSubcommandLabel = "<command>",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed; the message says what and why",
      "2:the command line is wrong",
      "3:the configuration is wrong; every fault is listed",
      "4:done in part; what was left out is listed",
      "130:ended by Ctrl-C, in order",
      "143:ended by SIGTERM, in order"
    },
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      IngestCommand.class,
      CsvCommand.class,
      DetectCommand.class,
      AlertsCommand.class,
      EventsCommand.class,
      CheckSqlCommand.class,
      AskCommand.class,
      EvalCommand.class,
      ConfigCommand.class,
      HelpCommand.class
    })
public final class TributaryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Read by {@link FaultReport} from the command line, also when a subcommand got it. */
  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show where a failure came from.")
  @SuppressWarnings("UnusedVariable")
  private boolean verbose;

  @Override
  public Integer call() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Name a command.");
  }
}
