package dev.tributary.nl2sql.internal.tree;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.util.Set;

/** The kinds of node a query may consist of. What is not listed is refused. Thread-safe. */
public final class NodeKinds {
  private final NodeFields fields = new NodeFields();
  private final Set<String> listed;

  /**
   * Makes a list.
   *
   * @param listed the simple names of the allowed classes of the parser's tree
   */
  public NodeKinds(Set<String> listed) {
    this.listed = Set.copyOf(listed);
  }

  NodeFields fields() {
    return fields;
  }

  void insistOn(Object node) {
    String kind = node.getClass().getSimpleName();
    if (!listed.contains(kind)) {
      throw new RefusedException(
          Rule.CONSTRUCT_UNLISTED,
          0,
          "the construct " + kind + " is not on the list of constructs",
          "write the query without it");
    }
  }
}
