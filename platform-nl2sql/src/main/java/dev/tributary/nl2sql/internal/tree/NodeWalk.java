package dev.tributary.nl2sql.internal.tree;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A walk over every object of a tree, each visited once. Not thread-safe: one walk per tree. */
public final class NodeWalk {
  private final NodeKinds kinds;
  private final NodeVisitor visitor;
  private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Starts a walk.
   *
   * @param kinds the kinds of node that are allowed
   * @param visitor what to do at each
   */
  public NodeWalk(NodeKinds kinds, NodeVisitor visitor) {
    this.kinds = kinds;
    this.visitor = visitor;
  }

  /** What is done at a node. */
  @FunctionalInterface
  public interface NodeVisitor {
    /**
     * Looks at a node.
     *
     * @param node the node
     * @return whether to visit what hangs below it
     */
    boolean enter(Object node);
  }

  /**
   * Visits an object and what hangs below it.
   *
   * @param object a node, a collection of nodes, or anything else, which is passed over
   */
  public void visit(@Nullable Object object) {
    if (object == null || object instanceof Enum) {
      return;
    }
    if (object instanceof Collection<?> many) {
      many.forEach(this::visit);
    } else if (object instanceof Map.Entry<?, ?> entry) {
      visit(entry.getKey());
      visit(entry.getValue());
    } else if (object.getClass().getName().startsWith(NodeFields.PARSER) && visited.add(object)) {
      kinds.insistOn(object);
      if (visitor.enter(object)) {
        below(object);
      }
    }
  }

  /**
   * Counts a node as visited after checking its kind, without looking at it or below it.
   *
   * @param node the node
   * @return whether this is the first visit
   */
  public boolean enterOnce(Object node) {
    kinds.insistOn(node);
    return visited.add(node);
  }

  /**
   * Visits what hangs below a node, but not the node.
   *
   * @param node the node
   */
  public void below(Object node) {
    for (Field field : kinds.fields().of(node.getClass())) {
      try {
        visit(field.get(node));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("field " + field + " is closed to the gate", e);
      }
    }
  }
}
