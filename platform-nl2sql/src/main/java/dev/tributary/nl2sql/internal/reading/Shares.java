package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.phrase.Part.Share.Kind;
import dev.tributary.nl2sql.internal.query.Condition;
import dev.tributary.nl2sql.internal.query.Expression;
import dev.tributary.nl2sql.internal.query.Expression.Figure;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the part from the whole where a share is asked for, and divides one by the other. */
final class Shares {
  private final Part.@Nullable Share share;
  private final IdentityHashMap<Part, List<Condition>> sides = new IdentityHashMap<>();
  private final List<Condition> part = new ArrayList<>();
  private final List<Condition> other = new ArrayList<>();

  Shares(List<Part> parts) {
    this.share =
        parts.stream()
            .filter(Part.Share.class::isInstance)
            .map(Part.Share.class::cast)
            .findFirst()
            .orElse(null);
    if (share != null) {
      assign(share.kind(), parts);
    }
  }

  /** The conditions a test belongs to; null if all rows must pass it. */
  @Nullable List<Condition> side(Part test) {
    return sides.get(test);
  }

  private void assign(Kind kind, List<Part> parts) {
    int split = index(parts, Part.Split.class);
    int item = index(parts, Part.Item.class);
    int groups = Math.max(index(parts, Part.Group.class), index(parts, Part.Spanned.class));
    int end = groups > item ? groups : parts.size();
    List<Part> tests =
        kind == Kind.TOLD
            ? told(parts.subList(Math.min(end, Math.max(split, item) + 1), end))
            : told(parts.subList(0, Math.max(item, 0)));
    List<Part> rest = parts.subList(Math.min(end, item + 1), end);
    boolean after = !told(rest).isEmpty();
    boolean others = rest.stream().anyMatch(Part.Context.class::isInstance);
    boolean fits =
        switch (kind) {
          case TOLD -> alternatives(tests);
          case OF_ALL, RATE -> alternatives(tests) && split < 0 && !after && !others;
          case SPREAD -> split < 0 && !after && !others;
          case RATIO ->
              split >= 0
                  && split < end
                  && split(parts.subList(0, item > split ? Math.min(item, end) : end), split);
        };
    boolean one =
        parts.stream().filter(Part.Item.class::isInstance).count() == 1
            && parts.get(item) instanceof Part.Item shown
            && shown.function() != null;
    if (!fits || !one) {
      throw new Unreadable("which part of which whole");
    }
    if (kind == Kind.SPREAD) {
      return;
    }
    if (kind != Kind.RATIO) {
      tests.forEach(test -> sides.put(test, part));
    }
  }

  /** Tells what is divided from what it is divided by, one of which at least is told. */
  private boolean split(List<Part> parts, int split) {
    told(parts.subList(0, split)).forEach(test -> sides.put(test, part));
    told(parts.subList(split, parts.size())).forEach(test -> sides.put(test, other));
    return sides.containsValue(part) && (sides.containsValue(other) || all(parts.get(split)));
  }

  private static boolean all(Part split) {
    return split instanceof Part.Split(boolean all) && all;
  }

  /** Whether there is one test, or several of which one has to hold. */
  private static boolean alternatives(List<Part> tests) {
    return !tests.isEmpty()
        && tests.stream().skip(1).allMatch(test -> test instanceof Part.Stored next && next.or());
  }

  private static List<Part> told(List<Part> parts) {
    return parts.stream().filter(Shares::told).toList();
  }

  /** Days and the like hold for the whole as well. */
  private static boolean told(Part part) {
    return part instanceof Part.Stored
        || part instanceof Part.Contained
        || part instanceof Part.Measured
        || part instanceof Part.Counted
        || (part instanceof Part.Compared compared
            && !(compared.operand() instanceof Part.Words)
            && compared.attribute() != null);
  }

  private static int index(List<Part> parts, Class<? extends Part> kind) {
    for (int i = 0; i < parts.size(); i++) {
      if (kind.isInstance(parts.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Makes the figure of a plan a share. */
  void divide(Plan plan, JoinTree tree, Choice choice) {
    if (share == null) {
      return;
    }
    Figure figure =
        plan.select.stream()
            .filter(Figure.class::isInstance)
            .map(Figure.class::cast)
            .filter(each -> each.function() == Function.SUM || each.equals(Figure.ROWS))
            .findFirst()
            .orElseThrow(() -> new Unreadable("a share of what"));
    boolean spread = share.kind() == Kind.SPREAD;
    if (tree.fansOut(choice.focus()) || (plan.groupBy.isEmpty() && spread)) {
      throw new Unreadable("a share of what");
    }
    Expression over =
        switch (share.kind()) {
          case SPREAD -> new Expression.Total(figure);
          case RATIO -> other.isEmpty() ? figure : new Expression.Partial(figure, other);
          case TOLD, OF_ALL, RATE -> figure;
        };
    Expression of = spread ? figure : new Expression.Partial(figure, part);
    plan.select.set(plan.select.indexOf(figure), new Expression.Ratio(of, over, share.percent()));
    boolean grouped = !plan.groupBy.isEmpty();
    boolean among = !sides.isEmpty() || !plan.where.isEmpty();
    if (grouped && among && (spread || share.kind() == Kind.OF_ALL)) {
      choice.doubt(0.7, "a share of each, or of all");
    }
  }
}
