package dev.tributary.nl2sql.internal.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A few nodes of a tree, told apart by identity. They are searched one by one: to hash an object by
 * identity costs more than to look at it. Not thread-safe.
 */
public final class Nodes {
  private final List<Object> nodes = new ArrayList<>();

  /** Starts with none. */
  public Nodes() {}

  /**
   * Adds a node.
   *
   * @param node the node
   * @return false if it was there
   */
  public boolean add(Object node) {
    return !contains(node) && nodes.add(node);
  }

  /**
   * Tells whether a node was added.
   *
   * @param node the node
   * @return true if this very object was
   */
  @SuppressWarnings("ReferenceEquality") // Equal nodes in two places are two nodes.
  public boolean contains(Object node) {
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (nodes.get(i) == node) {
        return true;
      }
    }
    return false;
  }
}
