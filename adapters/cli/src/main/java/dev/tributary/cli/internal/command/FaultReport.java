package dev.tributary.cli.internal.command;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.cli.internal.console.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what ended a command: thing, place and remedy; the stack trace only on request. */
public final class FaultReport implements IExecutionExceptionHandler {
  private final Terminal terminal;

  /**
   * Makes a report.
   *
   * @param terminal where it goes
   */
  public FaultReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    terminal.fault(wording(failure));
    if (parsed.expandedArgs().contains("--verbose") || parsed.expandedArgs().contains("-v")) {
      failure.printStackTrace(terminal.err());
    } else if (!(failure instanceof PlatformException)) {
      terminal.hint("run it again with --verbose to see where this came from");
    }
    return ExitCode.of(failure).code();
  }

  /**
   * Puts a failure into words.
   *
   * @param failure what went wrong
   * @return one line, or several for several configuration faults
   */
  static String wording(Throwable failure) {
    return switch (failure) {
      case ConfigurationException faults -> String.valueOf(faults.getMessage());
      case PlatformException known -> known.getMessage() + " [" + known.code().name() + "]";
      case UncheckedIOException wrapped -> wording(Objects.requireNonNull(wrapped.getCause()));
      case NoSuchFileException missing ->
          "no file or folder '" + missing.getFile() + "'; check the path";
      case AccessDeniedException denied ->
          "no permission for '" + denied.getFile() + "'; grant it or choose another place";
      case FileAlreadyExistsException there ->
          "'" + there.getFile() + "' is in the way; move it or choose another place";
      case FileSystemException other -> "'" + other.getFile() + "': " + other.getReason();
      case IOException io -> "input or output failed: " + io.getMessage();
      default -> "unexpected: " + failure;
    };
  }
}
