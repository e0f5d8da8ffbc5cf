package dev.tributary.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.cli.internal.command.ExitCode;
import dev.tributary.cli.internal.command.FaultReport;
import dev.tributary.cli.internal.command.TributaryCommand;
import dev.tributary.cli.internal.console.Terminal;
import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * The {@code tributary} command. Thread-safe; each run stands alone.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong usage, 3 wrong configuration, 4 done in part. A process
 * that was asked to end exits with 130 (Ctrl-C) or 143 (SIGTERM) once the work in hand is finished.
 */
public final class TributaryCli {
  private final Terminal terminal;

  private TributaryCli(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.exit(new TributaryCli(Terminal.ofSystem()).run(args));
  }

  /**
   * Makes a command line that writes elsewhere, as if into a pipe.
   *
   * @param out where results go
   * @param err where faults go
   * @return the command line
   */
  public static TributaryCli writingTo(PrintStream out, PrintStream err) {
    return new TributaryCli(Terminal.plain(out, err));
  }

  /**
   * Runs a command in the calling thread.
   *
   * @param args the command and its options
   * @return the exit code
   */
  public int run(String... args) {
    CommandLine line = new CommandLine(new TributaryCommand(), new Commands(terminal));
    FaultReport faults = new FaultReport(terminal);
    return line.setOut(new PrintWriter(terminal.out(), true, UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, UTF_8))
        .setColorScheme(terminal.colours())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(failure -> ExitCode.of(failure).code())
        .setExecutionExceptionHandler(faults)
        .execute(args);
  }
}
