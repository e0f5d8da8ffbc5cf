package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Mention;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, among the columns words may stand for, those that fit best to the tables a question is
 * about; notes what the choice costs.
 */
final class Choice {
  static final int FAR = 9;

  private static final double POINTED = 0.75;

  private final Schema schema;
  private final Relation focus;
  private final Set<Relation> present;
  private final Cues cues;
  private final Roles roles;
  private final Moments moments;
  private final List<String> doubts = new ArrayList<>();
  private final Map<Relation, Integer> distances = new HashMap<>();
  private final Set<Attribute> shown = new HashSet<>();
  private double cost;
  private double risk;
  private @Nullable Relation near;
  private int nearTo = -1;
  private @Nullable Relation pointed;
  private @Nullable Attribute tested;

  Choice(Schema schema, Relation focus, Draft draft, Cues cues) {
    this.cues = cues;
    this.roles = new Roles(schema, cues, draft, focus);
    this.schema = schema;
    this.moments = new Moments(schema, this, draft);
    this.focus = focus;
    this.present = new HashSet<>(Focus.mentioned(draft));
    present.add(focus);
  }

  Relation focus() {
    return focus;
  }

  /** How many words of the question name the part a reference plays, such as its source. */
  int cued(Reference reference) {
    return roles.cued(reference);
  }

  Roles roles() {
    return roles;
  }

  Cues cues() {
    return cues;
  }

  /** Whether a table is mentioned. */
  boolean mentions(Relation relation) {
    return present.contains(relation);
  }

  /** What is said of a table once need not be looked for again. */
  void mention(Relation relation) {
    present.add(relation);
  }

  Set<Relation> mentioned() {
    return Set.copyOf(present);
  }

  @Nullable Relation near() {
    return near;
  }

  /** Whether each row of a table is a row of the focus as well. */
  boolean extendedBy(Relation other) {
    return schema.references().stream()
        .filter(each -> each.touches(focus) && each.touches(other))
        .anyMatch(each -> each.from().unique() && each.to().unique());
  }

  /** The table mentioned last: what narrows down is likeliest said of it. */
  void near(@Nullable Relation relation) {
    near(relation, -1);
  }

  /** The table mentioned last, by words up to one. */
  void near(@Nullable Relation relation, int to) {
    near = relation;
    nearTo = to;
  }

  /** What is said next is said of rows of a table, as in a cat that is three years old. */
  void point(@Nullable Relation relation) {
    pointed = relation;
  }

  @Nullable Relation pointed() {
    return pointed;
  }

  /** The column tested last: a test without a column is likeliest of it. */
  void tested(Attribute attribute) {
    tested = attribute;
  }

  /** An amount that is shown: of the only one, a test without a column may be as well. */
  void shown(Attribute attribute) {
    if (attribute.amount()) {
      shown.add(attribute);
    }
  }

  double cost() {
    return cost;
  }

  List<String> doubts() {
    return doubts;
  }

  /** What makes this choice less likely than others. */
  void weigh(double more, String why) {
    cost += more;
    doubts.add(why);
  }

  void charge(double more) {
    cost += more;
  }

  /** What makes this choice uncertain, even if no other is more likely. */
  void doubt(double more, String why) {
    if (doubts.contains(why)) {
      return;
    }
    risk += more;
    doubts.add(why);
  }

  double risk() {
    return risk;
  }

  /** A candidate with how well it fits. */
  private record Rated(Attribute attribute, double rating) {}

  Attribute column(Mention mention) {
    List<Rated> rated =
        mention.links().stream()
            .map(link -> (Link.ToAttribute) link)
            .map(link -> new Rated(link.attribute(), rating(link)))
            .sorted(Comparator.comparingDouble(Rated::rating).reversed())
            .toList();
    Rated best = rated.get(0);
    if (best.attribute().unclean()) {
      doubt(0.6, "not all of " + best.attribute() + " are numbers");
    }
    if (roles.part(best.attribute())) {
      doubt(0.3, best.attribute() + " plays a part that is not named");
    }
    double top = mention.links().get(0).strength();
    cost += Math.max(0, top - strength(mention, best.attribute())) + reach(best.attribute());
    if (rated.size() > 1 && !owned(best.attribute(), mention.from())) {
      double margin = best.rating() - rated.get(1).rating();
      if (margin < 0.08) {
        doubt(0.5, best.attribute() + " or " + rated.get(1).attribute());
      }
    }
    return best.attribute();
  }

  /** The apartment with id 17: what follows right after a table is said of it. */
  private boolean owned(Attribute attribute, int from) {
    return attribute.relation() == near && cues.follows(from, nearTo);
  }

  /**
   * A column of rows of which there may be several, where one has such a name; else one of the
   * focus.
   */
  Attribute several(Mention mention, Predicate<Relation> many) {
    List<Link> fitting =
        mention.links().stream()
            .map(link -> (Link.ToAttribute) link)
            .filter(link ->
                !link.attribute().amount()
                    && !link.attribute().reference()
                    && !link.attribute().key())
            .<Link>map(link -> link)
            .toList();
    List<Link> belonging =
        fitting.stream()
            .filter(link -> many.test(((Link.ToAttribute) link).attribute().relation()))
            .toList();
    if (fitting.isEmpty()) {
      throw new Unreadable("different amounts");
    }
    return column(
        new Mention(mention.from(), mention.to(), belonging.isEmpty() ? fitting : belonging));
  }

  /** The column of the rows that play the part the words around it tell. */
  Attribute told(Mention mention) {
    return roles.played(column(mention), mention.from(), mention.to());
  }

  private static double strength(Mention mention, Attribute attribute) {
    return mention.links().stream()
        .map(link -> (Link.ToAttribute) link)
        .filter(link -> link.attribute() == attribute)
        .mapToDouble(Link.ToAttribute::strength)
        .max()
        .orElse(0);
  }

  double reach(Attribute attribute) {
    Relation relation = attribute.relation();
    if (relation == focus) {
      return 0;
    }
    return present.contains(relation) ? 0.03 : 0.05 + 0.05 * distance(relation);
  }

  private double rating(Link.ToAttribute link) {
    double empty = link.attribute().empty() ? 1 : 0;
    return 1.6 * link.strength()
        + (link.named() ? 0.1 : 0)
        - empty
        + fitness(link.attribute().relation());
  }

  double fitness(Relation relation) {
    if (relation == pointed) {
      return POINTED;
    }
    if (relation == near) {
      return 0.55;
    }
    if (relation == focus) {
      return 0.5;
    }
    if (present.contains(relation)) {
      return 0.25;
    }
    return -0.1 * distance(relation);
  }

  int distance(Relation relation) {
    return distances.computeIfAbsent(
        relation,
        to ->
            JoinTree.connect(schema, focus, List.of(to), this::cued)
                .map(tree -> tree.joins().size())
                .orElse(FAR));
  }

  /** The column a number or day is compared with where none is named. */
  Attribute unnamed(String operand) {
    boolean year = operand.matches("1[5-9]\\d\\d|20\\d\\d");
    if (!year && !operand.contains("-")) {
      if (tested == null && shown.size() == 1) {
        tested = shown.iterator().next();
      }
      if (tested == null) {
        throw new Unreadable("a number of what");
      }
      doubt(0.1, "of " + tested);
      return tested;
    }
    return moment(year);
  }

  /** The column of days or points in time that is meant where none is named. */
  Attribute moment(boolean year) {
    return moments.of(year);
  }
}
