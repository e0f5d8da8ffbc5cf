package dev.tributary.nl2sql.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that are visible at one level of a query. Not thread-safe. */
final class Scope {
  final @Nullable Scope outer;
  final Map<String, Shape> sources = new LinkedHashMap<>();
  final Set<String> aliases = new HashSet<>();
  private final Map<String, Shape> withs = new HashMap<>();
  private final Map<String, Integer> reads = new HashMap<>();
  private final Set<String> beingNamed = new HashSet<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  void with(String name, Shape shape) {
    withs.put(name, shape);
    beingNamed.remove(name);
  }

  /** Makes a named query known while its own body is examined. */
  void beginWith(String name, boolean recursive) {
    withs.put(name, Shape.unknown());
    if (!recursive) {
      beingNamed.add(name);
    }
  }

  /**
   * Tells whether a name stands within the body of the query it names without RECURSIVE, where some
   * servers read a table of that name.
   */
  boolean mayBeTable(String name) {
    return beingNamed.contains(name) || (outer != null && outer.mayBeTable(name));
  }

  @Nullable Shape with(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Shape shape = scope.withs.get(name);
      if (shape != null) {
        scope.reads.merge(name, 1, Integer::sum);
        return shape;
      }
    }
    return null;
  }

  /** How often a named query of this level was read. */
  int reads(String name) {
    return reads.getOrDefault(name, 0);
  }

  @Nullable Shape source(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Shape shape = scope.sources.get(name);
      if (shape != null) {
        return shape;
      }
    }
    return null;
  }

  /** Adds a source that may have no name of its own. */
  void add(String name, Shape shape) {
    sources.put(name.isEmpty() ? "#" + sources.size() : name, shape);
  }
}
