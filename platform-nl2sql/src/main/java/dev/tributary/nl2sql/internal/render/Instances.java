package dev.tributary.nl2sql.internal.render;

import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Query;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells apart the rows of one table that play several parts in a query. */
final class Instances {
  private final Set<Relation> apart = new HashSet<>();

  private Instances() {}

  /** The instances of tables that need a name of their own somewhere in a query. */
  static Set<Relation> apart(Query query) {
    Instances instances = new Instances();
    instances.look(query);
    return instances.apart;
  }

  private void look(Query query) {
    Set<Relation> here = new LinkedHashSet<>(Set.of(query.from()));
    for (Reference join : query.joins()) {
      here.add(join.from().relation());
      here.add(join.to().relation());
    }
    for (Relation one : here) {
      boolean several = here.stream().anyMatch(each -> each != one && each.base() == one.base());
      if (several && one.base() != one) {
        apart.add(one);
      }
    }
    query.select().forEach(this::look);
    query.where().forEach(this::look);
    query.having().forEach(this::look);
    Query.Also also = query.also();
    if (also != null) {
      look(also.query());
    }
  }

  private void look(Expression expression) {
    if (expression instanceof Expression.Ratio(var of, var by, var percent)) {
      look(of);
      look(by);
    } else if (expression instanceof Expression.Answer(var query)) {
      look(query);
    }
  }

  private void look(Condition condition) {
    switch (condition) {
      case Condition.Comparison comparison when comparison.right() instanceof Condition.Result it ->
          look(it.query());
      case Condition.Among among -> look(among.query());
      case Condition.Matched matched -> look(matched.query());
      case Condition.Either either -> either.choices().forEach(this::look);
      case Condition.Both both -> both.parts().forEach(this::look);
      default -> {}
    }
  }
}
