package dev.tributary.cli.internal.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first lines of many, and how many more there were. Not thread-safe. */
public final class FewLines implements Consumer<String> {
  private static final int MOST = 5;

  private final List<String> first = new ArrayList<>();
  private long more;

  @Override
  public void accept(String line) {
    if (first.size() < MOST) {
      first.add(line);
    } else {
      more++;
    }
  }

  /**
   * Whether there was none.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return first.isEmpty();
  }

  /**
   * What is to be shown.
   *
   * @return the first lines, and a line that counts the others if there are any
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(first);
    if (more > 0) {
      lines.add("and %,d more".formatted(more));
    }
    return lines;
  }
}
