package dev.tributary.cli.internal.command;

import dev.tributary.api.error.ErrorKind;
import dev.tributary.api.error.PlatformException;
import dev.tributary.cli.internal.csv.FileTurns;
import picocli.CommandLine.ParameterException;

/** How a command ended, as the shell sees it. */
public enum ExitCode {
  /** Everything was done. */
  OK(0),
  /** It could not be done. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The configuration is wrong. */
  CONFIGURATION(3),
  /** Some of it was done, and what was not is named. */
  PARTIAL(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /**
   * The number the shell sees.
   *
   * @return from 0 to 4
   */
  public int code() {
    return code;
  }

  /**
   * The code of a failure.
   *
   * @param failure what ended the command
   * @return who is to blame: the command line, the configuration, or neither
   */
  public static ExitCode of(Throwable failure) {
    return switch (failure) {
      case ParameterException wrongUsage -> USAGE;
      case PlatformException known when known.code().kind() == ErrorKind.CONFIGURATION ->
          CONFIGURATION;
      default -> FAILED;
    };
  }

  /**
   * The code of files that were taken one after the other.
   *
   * @param totals what came of them
   * @return {@link #FAILED} if none was written, {@link #PARTIAL} if some were not, or not wholly
   */
  static ExitCode of(FileTurns.Totals totals) {
    if (totals.written() == 0) {
      return FAILED;
    }
    return totals.failed() > 0 || totals.blemishes() > 0 ? PARTIAL : OK;
  }
}
