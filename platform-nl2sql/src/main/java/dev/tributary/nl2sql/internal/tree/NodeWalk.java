package dev.tributary.nl2sql.internal.tree;

import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A walk over every object of a tree, each visited once. Not thread-safe: one walk per tree. */
public final class NodeWalk {
  private static final int EXPECTED = 128;

  private final NodeKinds kinds;
  private final NodeVisitor visitor;
  private final boolean passPlain;
  private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>(EXPECTED));

  /**
   * Starts a walk.
   *
   * @param kinds the kinds of node that are allowed
   * @param visitor what to do at each
   */
  public NodeWalk(NodeKinds kinds, NodeVisitor visitor) {
    this(kinds, visitor, false);
  }

  private NodeWalk(NodeKinds kinds, NodeVisitor visitor, boolean passPlain) {
    this.kinds = kinds;
    this.visitor = visitor;
    this.passPlain = passPlain;
  }

  /**
   * Starts a walk that looks only below the kinds that call and read nothing themselves.
   *
   * @param kinds the kinds of node that are allowed
   * @param visitor what to do at each other
   * @return the walk
   */
  public static NodeWalk pastPlain(NodeKinds kinds, NodeVisitor visitor) {
    return new NodeWalk(kinds, visitor, true);
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
    if (object instanceof List<?> many) {
      for (int i = 0; i < many.size(); i++) {
        visit(many.get(i));
      }
    } else if (object instanceof Collection<?> many) {
      many.forEach(this::visit);
    } else if (object instanceof Map.Entry<?, ?> entry) {
      visit(entry.getKey());
      visit(entry.getValue());
    } else {
      node(object);
    }
  }

  private void node(Object object) {
    NodeKinds.Kind kind = kinds.of(object);
    if (kind.node()
        && enterOnce(object)
        && ((passPlain && kind.plain()) || visitor.enter(object))) {
      below(object);
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
    for (MethodHandle field : kinds.of(node).fields()) {
      Object value = value(field, node);
      if (value != null) {
        visit(value);
      }
    }
  }

  private static @Nullable Object value(MethodHandle field, Object node) {
    try {
      return (Object) field.invokeExact(node);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a field of " + node.getClass() + " cannot be read", e);
    }
  }
}
