package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import java.util.List;

/**
 * Words that stand for one table, or for one of several columns.
 *
 * @param from the first word
 * @param to the one after the last
 * @param links what they may stand for, all of a kind, the best first; at least one
 */
public record Mention(int from, int to, List<Link> links) {
  /** Copies the list. */
  public Mention {
    links = List.copyOf(links);
  }

  /** Whether it stands for a table. */
  public boolean table() {
    return links.get(0) instanceof Link.ToRelation;
  }

  /** Whether both may stand for the same. */
  boolean meets(Mention other) {
    return links.stream()
        .anyMatch(
            link -> other.links.stream().anyMatch(each -> each.target().equals(link.target())));
  }

  /** How far the best link is from fitting perfectly. */
  double weakness() {
    return 1 - links.get(0).strength();
  }
}
