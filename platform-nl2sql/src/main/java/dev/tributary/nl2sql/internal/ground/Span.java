package dev.tributary.nl2sql.internal.ground;

import java.util.List;

/**
 * Words that may stand for something.
 *
 * @param from the first
 * @param to the one after the last
 * @param links what they may stand for, the best first
 */
public record Span(int from, int to, List<Link> links) {
  /** Copies the list. */
  public Span {
    links = List.copyOf(links);
  }
}
