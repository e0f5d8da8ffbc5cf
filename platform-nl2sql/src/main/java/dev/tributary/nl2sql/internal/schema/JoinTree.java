package dev.tributary.nl2sql.internal.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * The fewest references that connect some tables, found by growing a tree from the first table
 * along shortest paths; of paths that are equally short, one that begins at the table named before.
 *
 * @param root the first table
 * @param joins the references, each touching a table before it
 * @param rivals how many other paths of the same length were passed over
 */
public record JoinTree(Relation root, List<Reference> joins, int rivals) {
  /** The fitness of a reference that is not to be taken. */
  public static final int NEVER = Integer.MIN_VALUE;

  /** Copies the list. */
  public JoinTree {
    joins = List.copyOf(joins);
  }

  /**
   * Connects tables.
   *
   * @param schema all tables
   * @param root the table to begin with
   * @param others the tables to reach
   * @param fitness of references that do the same, the one with the most is taken
   * @return the tree; empty if a table cannot be reached
   */
  public static Optional<JoinTree> connect(
      Schema schema, Relation root, Collection<Relation> others, ToIntFunction<Reference> fitness) {
    Set<Relation> reached = new LinkedHashSet<>(List.of(root));
    List<Relation> said = List.copyOf(new LinkedHashSet<>(others));
    Set<Relation> wanted = new LinkedHashSet<>(others);
    List<Reference> joins = new ArrayList<>();
    int rivals = 0;
    wanted.removeAll(reached);
    while (!wanted.isEmpty()) {
      Search search = new Search(schema, reached, fitness);
      Optional<Relation> next = search.nearest(wanted);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      int before = said.indexOf(next.get()) - 1;
      if (before >= 0 && reached.contains(said.get(before))) {
        Search close = new Search(schema, Set.of(said.get(before)), fitness);
        search = close.steps(next.get()) == search.steps(next.get()) ? close : search;
      }
      for (Reference step : search.path(next.get())) {
        joins.add(step);
        reached.add(step.from().relation());
        reached.add(step.to().relation());
      }
      rivals += search.ways(next.get()) - 1;
      wanted.removeAll(reached);
    }
    return Optional.of(new JoinTree(root, joins, rivals));
  }

  /** All tables in the tree. */
  public Set<Relation> relations() {
    Set<Relation> all = new LinkedHashSet<>(List.of(root));
    for (Reference join : joins) {
      all.add(join.from().relation());
      all.add(join.to().relation());
    }
    return all;
  }

  /** Whether a row of a table may meet several rows of the others. */
  public boolean fansOut(Relation from) {
    Set<Relation> reached = new LinkedHashSet<>(List.of(from));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Reference join : joins) {
        boolean forth = reached.contains(join.from().relation());
        boolean back = reached.contains(join.to().relation());
        if (back && !forth && !join.from().unique()) {
          return true;
        }
        if (forth != back) {
          reached.add(join.from().relation());
          reached.add(join.to().relation());
          grown = true;
        }
      }
    }
    return false;
  }

  /** Breadth first from the tables reached so far. */
  private static final class Search {
    private final Map<Relation, Integer> distance = new HashMap<>();
    private final Map<Relation, List<Reference>> arrivals = new HashMap<>();

    Search(Schema schema, Set<Relation> reached, ToIntFunction<Reference> fitness) {
      Deque<Relation> queue = new ArrayDeque<>(reached);
      reached.forEach(relation -> distance.put(relation, 0));
      while (!queue.isEmpty()) {
        Relation at = queue.remove();
        int next = distance.getOrDefault(at, 0) + 1;
        for (Reference reference : schema.references()) {
          if (!reference.touches(at)
              || reference.from().relation() == reference.to().relation()
              || fitness.applyAsInt(reference) == NEVER) {
            continue;
          }
          Relation other = reference.other(at);
          Integer known = distance.putIfAbsent(other, next);
          if (known == null) {
            queue.add(other);
          }
          if (known == null || known == next) {
            List<Reference> ways = arrivals.computeIfAbsent(other, key -> new ArrayList<>());
            int best = ways.isEmpty() ? NEVER : fitness.applyAsInt(ways.get(0));
            int mine = fitness.applyAsInt(reference);
            if (mine > best) {
              ways.clear();
            }
            if (mine >= best) {
              ways.add(reference);
            }
          }
        }
      }
    }

    Optional<Relation> nearest(Set<Relation> wanted) {
      return wanted.stream()
          .filter(distance::containsKey)
          .min(java.util.Comparator.comparing(distance::get));
    }

    int steps(Relation to) {
      return distance.getOrDefault(to, Integer.MAX_VALUE);
    }

    List<Reference> path(Relation to) {
      List<Reference> path = new ArrayList<>();
      Relation at = to;
      while (distance.getOrDefault(at, 0) > 0) {
        Reference step = arrivals.getOrDefault(at, List.of()).get(0);
        path.add(0, step);
        at = step.other(at);
      }
      return path;
    }

    int ways(Relation to) {
      if (distance.getOrDefault(to, 0) == 0) {
        return 1;
      }
      int ways = 0;
      for (Reference step : arrivals.getOrDefault(to, List.of())) {
        ways += ways(step.other(to));
      }
      return ways;
    }
  }
}
