package dev.tributary.nl2sql.internal.tree;

import java.lang.invoke.MethodHandle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A walk over every object of a tree. The parser makes trees whose objects hang in one place each,
 * so only what was looked at out of turn has to be remembered. Not thread-safe: one walk per tree.
 */
public final class NodeWalk {
  private final NodeKinds kinds;
  private final NodeVisitor visitor;
  private final boolean passPlain;
  private final Nodes entered = new Nodes();

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
    if (!kind.node() || entered.contains(object)) {
      return;
    }
    kind.insistOn(object);
    if ((passPlain && kind.plain()) || visitor.enter(object)) {
      below(object, kind);
    }
  }

  /**
   * Remembers a node out of turn after checking its kind, without looking at it or below it; the
   * walk passes it by.
   *
   * @param node the node
   * @return whether this is the first time
   */
  public boolean enterOnce(Object node) {
    kinds.of(node).insistOn(node);
    return entered.add(node);
  }

  /**
   * Visits what hangs below a node, but not the node.
   *
   * @param node the node
   */
  public void below(Object node) {
    below(node, kinds.of(node));
  }

  private void below(Object node, NodeKinds.Kind kind) {
    MethodHandle visits = kind.visits();
    if (visits == null) {
      return;
    }
    try {
      visits.invokeExact(this, node);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a field of " + node.getClass() + " cannot be read", e);
    }
  }
}
