package dev.tributary.cli.internal.console;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/**
 * Where a command speaks to a person or to a pipe. Results go to the standard output, faults and
 * hints to the error output. Thread-safe.
 */
public final class Terminal {
  private static final int USUAL_WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean interactive;
  private final boolean coloured;
  private final int width;

  private Terminal(
      PrintStream out, PrintStream err, boolean interactive, boolean coloured, int width) {
    this.out = out;
    this.err = err;
    this.interactive = interactive;
    this.coloured = coloured;
    this.width = width;
  }

  /**
   * The terminal or pipe that the process was started in. Colours are used on a terminal unless the
   * environment has a non-empty {@code NO_COLOR} or {@code TERM=dumb}.
   *
   * @return the terminal, writing UTF-8
   */
  public static Terminal ofSystem() {
    boolean interactive = isTerminal();
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        interactive,
        interactive && wantsColour(System.getenv()),
        interactive ? width(System.getenv()) : Integer.MAX_VALUE);
  }

  /**
   * A pipe.
   *
   * @param out where results go
   * @param err where faults go
   * @return a terminal without progress bars and colours
   */
  public static Terminal plain(PrintStream out, PrintStream err) {
    return new Terminal(out, err, false, false, Integer.MAX_VALUE);
  }

  /**
   * A terminal as a person has it.
   *
   * @param out where results go
   * @param err where faults go
   * @param environment decides about colours and, by {@code COLUMNS}, the width
   * @return a terminal with progress bars
   */
  public static Terminal interactive(
      PrintStream out, PrintStream err, Map<String, String> environment) {
    return new Terminal(out, err, true, wantsColour(environment), width(environment));
  }

  /**
   * Where results go.
   *
   * @return the standard output
   */
  public PrintStream out() {
    return out;
  }

  /**
   * Where faults go.
   *
   * @return the error output
   */
  public PrintStream err() {
    return err;
  }

  /**
   * Whether a person looks on, so that lines may be rewritten.
   *
   * @return false in a pipe
   */
  public boolean interactive() {
    return interactive;
  }

  /**
   * How long a line may be.
   *
   * @return in characters; in a pipe without bound
   */
  public int width() {
    return width;
  }

  /**
   * Writes a result.
   *
   * @param line without a line end
   */
  public void say(String line) {
    out.println(line);
  }

  /**
   * Writes what went wrong.
   *
   * @param message thing, place and remedy
   */
  public void fault(String message) {
    err.println(Shade.RED.paint("tributary: ", coloured) + message);
  }

  /**
   * Writes a hint to the error output, so that results stay clean.
   *
   * @param message what may help
   */
  public void hint(String message) {
    err.println(Shade.DIM.paint("  " + message, coloured));
  }

  /**
   * Colours a text if colours are wanted.
   *
   * @param text the text
   * @param shade the colour
   * @return the text, with escape codes or without
   */
  public String paint(String text, Shade shade) {
    return shade.paint(text, coloured);
  }

  /**
   * Begins to show how far something is.
   *
   * @param label what it is
   * @return a bar on a terminal, nothing in a pipe
   */
  public Progress progress(String label) {
    return interactive ? new ProgressBar(err, label) : Progress.NONE;
  }

  /**
   * How the help texts look.
   *
   * @return coloured or plain
   */
  public ColorScheme colours() {
    return picocli.CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF);
  }

  private static boolean wantsColour(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** From version 22 on Java hands out a console in a pipe, too, and tells by another method. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }
}
