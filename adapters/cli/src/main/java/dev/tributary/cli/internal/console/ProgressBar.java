package dev.tributary.cli.internal.console;

import java.io.PrintStream;

/** A bar in the last line of a terminal, rewritten in place. */
final class ProgressBar implements Progress {
  private static final int CELLS = 24;
  private static final int MOST_DETAIL = 40;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final String label;
  private String shown = "";

  ProgressBar(PrintStream terminal, String label) {
    this.terminal = terminal;
    this.label = label;
  }

  @Override
  public void at(double share, String detail) {
    double bounded = Math.clamp(share, 0.0, 1.0);
    int full = (int) Math.round(bounded * CELLS);
    String line =
        "%s [%s%s] %3d %% %s"
            .formatted(
                label,
                "#".repeat(full),
                "-".repeat(CELLS - full),
                Math.round(bounded * 100),
                detail.substring(0, Math.min(detail.length(), MOST_DETAIL)));
    if (!line.equals(shown)) {
      terminal.print(CLEAR_LINE + line);
      terminal.flush();
      shown = line;
    }
  }

  @Override
  public void close() {
    terminal.print(CLEAR_LINE);
    terminal.flush();
  }
}
