package dev.tributary.nl2sql.internal.tree;

import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of node a query may consist of. What is not listed is refused. Thread-safe. */
public final class NodeKinds {
  private final Set<String> listed;
  private final Set<String> plain;
  private final ClassValue<Kind> known =
      new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
          boolean node = type.getName().startsWith(NodeFields.PARSER);
          return new Kind(
              node,
              node && listed.contains(type.getSimpleName()),
              plain.contains(type.getSimpleName()),
              node ? NodeFields.visits(type) : null);
        }
      };

  /** What is known of a class. */
  record Kind(boolean node, boolean allowed, boolean plain, @Nullable MethodHandle visits) {
    void insistOn(Object node) {
      if (!allowed) {
        throw new RefusedException(
            Rule.CONSTRUCT_UNLISTED,
            0,
            "the construct "
                + node.getClass().getSimpleName()
                + " is not on the list of constructs",
            "write the query without it");
      }
    }
  }

  /**
   * Makes a list.
   *
   * @param listed the simple names of the allowed classes of the parser's tree
   * @param plain those of them that call and read nothing themselves
   */
  public NodeKinds(Set<String> listed, Set<String> plain) {
    this.listed = Set.copyOf(listed);
    this.plain = Set.copyOf(plain);
  }

  Kind of(Object object) {
    return known.get(object.getClass());
  }
}
