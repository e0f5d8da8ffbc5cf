package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.query.Expression.Function;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.words.Measure;
import dev.tributary.nl2sql.internal.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Most and least: the youngest singer, the highest capacity, the most concerts, the top 3. */
final class Extremes implements Phrase {
  /** How many are shown where several are asked for, and no number is said. */
  private static final int SEVERAL = 10;

  static final Set<String> AMOUNT =
      Set.of(
          "number",
          "amount",
          "numbers",
          "of",
          "the",
          "total",
          "count",
          "value",
          "different",
          "all",
          "in",
          "terms");
  private static final Set<String> BEING = Set.of("is", "are", "was", "were", "the", "being");

  @Override
  public List<Step> read(Sentence sentence, int at, Draft draft) {
    List<Step> steps = new ArrayList<>();
    int start = sentence.is(at, "the") ? at + 1 : at;
    int limit = 1;
    if (sentence.is(start, "top", "first") && number(sentence, start + 1) > 0) {
      steps.add(
          new Step(start + 2, draft.with(new Part.Top(number(sentence, start + 1), true), 0.05)));
    }
    if (number(sentence, start) > 1 && !sentence.tables(start + 1).isEmpty()) {
      steps.add(new Step(start + 1, draft.with(new Part.Top(number(sentence, start), true), 0.1)));
    }
    if (number(sentence, start) > 1 && direction(sentence, start + 1) != null) {
      limit = number(sentence, start);
      start++;
    }
    Boolean high = direction(sentence, start);
    if (high != null) {
      amounts(sentence, start, high, limit, draft, steps);
      measured(sentence, start, limit, draft, steps);
      if (!sentence.tables(start + 1).isEmpty() && limit > 1) {
        steps.add(new Step(start + 1, draft.with(new Part.Top(limit, high), 0.05)));
      }
    }
    for (Mention column : sentence.columns(at)) {
      order(sentence, column, draft, steps);
      int being = sentence.skip(column.to(), BEING);
      Boolean said = being == column.to() ? null : direction(sentence, being);
      if (said != null) {
        Part part = new Part.Extreme(column, null, said, 1);
        steps.add(
            new Step(
                being + 1, draft.with(part, column.weakness() + 0.05).stance(Draft.Stance.NARROW)));
      }
    }
    return steps;
  }

  /** Which publisher was founded first, who joined last. */
  private static void order(Sentence sentence, Mention column, Draft draft, List<Step> steps) {
    int to = column.to();
    boolean end = to + 1 == sentence.size() || sentence.is(to + 1, ".", "?");
    boolean verb =
        sentence.word(to - 1).endsWith("ed") || sentence.lexicon().relation(sentence.word(to - 1));
    if (!end
        || !verb
        || !draft.shows()
        || !sentence.is(to, "first", "earliest", "last", "latest")) {
      return;
    }
    boolean late = sentence.is(to, "last", "latest");
    Part part = new Part.Extreme(column, null, late, 1);
    Draft utmost = draft.with(part, column.weakness() + 0.05);
    steps.add(new Step(to + 1, utmost.stance(Draft.Stance.NARROW)));
  }

  /** The longest distance for each type: it is shown, and not looked for. */
  private static boolean ofEach(Sentence sentence, int at) {
    return sentence.is(at, "per")
        || (sentence.is(at, "for", "of", "at", "in", "by") && sentence.is(at + 1, "each", "every"));
  }

  private static int number(Sentence sentence, int at) {
    return at < sentence.size()
        ? Numbers.of(sentence.token(at))
            .filter(n -> n.scale() <= 0 && n.signum() > 0 && n.precision() < 6)
            .map(n -> n.intValue())
            .orElse(0)
        : 0;
  }

  static @Nullable Boolean direction(Sentence sentence, int at) {
    if (sentence.is(at, "most")) {
      return true;
    }
    if (sentence.is(at, "least", "fewest")) {
      return false;
    }
    Measure measure = sentence.measure(at);
    boolean utmost = measure != null && measure.degree() == Measure.Degree.SUPERLATIVE;
    return utmost ? Boolean.valueOf(Objects.requireNonNull(measure).high()) : null;
  }

  /** The most concerts, the largest number of employees, the highest average attendance. */
  private static void amounts(
      Sentence sentence, int at, boolean high, int limit, Draft draft, List<Step> steps) {
    boolean counted = sentence.is(at, "most", "fewest", "least");
    int next = sentence.skip(at + 1, AMOUNT);
    boolean amount = sentence.is(next - 1, "of") || sentence.is(next - 1, "number") || counted;
    Function figure = null;
    int noun = next;
    if (sentence.is(at + 1, "total", "combined") || sentence.is(at + 1, "average")) {
      figure = sentence.is(at + 1, "average") ? Function.AVG : Function.SUM;
      noun = sentence.skip(at + 2, AMOUNT);
    }
    if (sentence.is(next, "common", "frequent", "popular", "frequently", "commonly", "often")) {
      boolean verb = sentence.is(next, "frequently", "commonly", "often");
      int to = verb && participle(sentence, next + 1) ? next + 2 : next + 1;
      common(sentence, to, high, limit, draft, steps);
      return;
    }
    boolean number =
        IntStream.range(at, noun).anyMatch(word -> sentence.is(word, "number", "count"));
    if (figure != null && !number) {
      totals(sentence, noun, figure, high, limit, draft, steps);
    } else if (amount) {
      for (Qualified rows : Qualified.at(sentence, noun)) {
        if (counted && limit == 1 && severalAsked(sentence, at)) {
          Part first = new Part.Extreme(rows.table(), Function.COUNT, high, SEVERAL);
          Draft ranked = rows.told(draft.with(new Part.Tally(), 0)).with(first, rows.cost());
          steps.add(new Step(rows.table().to(), ranked.stance(Draft.Stance.NARROW)));
          continue;
        }
        Part part = new Part.Extreme(rows.table(), Function.COUNT, high, limit);
        double one = counted && sentence.singular(rows.table().to() - 1) ? 0.3 : 0;
        Draft most = rows.told(draft).with(part, rows.cost() + one);
        steps.add(new Step(rows.table().to(), most.stance(Draft.Stance.NARROW)));
      }
    }
    for (int from : noun == at + 1 ? new int[] {noun} : new int[] {at + 1, noun}) {
      for (Mention column : sentence.columns(from)) {
        if (counted && !amount(column)) {
          continue;
        }
        Function of = counted && sentence.is(at + 1, "in") ? Function.SUM : figure;
        int before = sentence.is(at - 1, "the") ? at - 2 : at - 1;
        boolean each =
            ofEach(sentence, column.to()) && !sentence.is(before, "with", "having", "has");
        if (each && figure == null && limit == 1 && amount(column)) {
          Function utmost = high ? Function.MAX : Function.MIN;
          Part most = new Part.Item(column, utmost, false);
          steps.add(new Step(column.to(), draft.with(most, column.weakness() + 0.05)));
        }
        Part part = new Part.Extreme(column, from == noun ? of : null, high, limit);
        boolean shown = each || draft.stance() == Draft.Stance.SHOW;
        double cost = column.weakness() + (shown ? 0.35 : 0);
        steps.add(new Step(column.to(), draft.with(part, cost).stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** Which countries had the most orders: not one of them is asked for. */
  private static boolean severalAsked(Sentence sentence, int at) {
    boolean one =
        IntStream.range(1, at)
            .anyMatch(word -> sentence.is(word, "of", "has", "was") || number(sentence, word) > 0);
    return sentence.is(0, "which", "what")
        && !one
        && IntStream.range(1, at)
            .filter(noun -> sentence.plural(noun))
            .anyMatch(
                noun -> !sentence.columns(noun).isEmpty() || !sentence.tables(noun).isEmpty());
  }

  /** The highest total of paid invoices: where rows have one amount, that is meant. */
  private static void totals(
      Sentence sentence,
      int at,
      Function figure,
      boolean high,
      int limit,
      Draft draft,
      List<Step> steps) {
    for (Qualified rows : Qualified.at(sentence, at)) {
      Mention table = rows.table();
      List<Attribute> amounts = ((Link.ToRelation) table.links().get(0)).relation().amounts();
      if (amounts.size() == 1) {
        Link amount = new Link.ToAttribute(amounts.get(0), table.links().get(0).strength(), true);
        Mention column = new Mention(table.from(), table.to(), List.of(amount));
        Part part = new Part.Extreme(column, figure, high, limit);
        Draft most = rows.told(draft).with(part, rows.cost() + 0.2);
        steps.add(new Step(table.to(), most.stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** Whether there can be more and less of it: nobody has the most of a year. */
  private static boolean amount(Mention column) {
    return column.links().get(0) instanceof Link.ToAttribute to
        && to.attribute().numeric()
        && !to.attribute().key()
        && !to.attribute().reference()
        && to.attribute().words().stream().noneMatch(word -> word.contains("year"));
  }

  private static boolean participle(Sentence sentence, int at) {
    return sentence.word(at).matches("\\w{2,}(ed|en)")
        || sentence.lexicon().relation(sentence.word(at));
  }

  /** The most common hometown. */
  private static void common(
      Sentence sentence, int at, boolean high, int limit, Draft draft, List<Step> steps) {
    boolean show = draft.stance() == Draft.Stance.SHOW;
    Mention shown = draft.firstShown();
    if (shown != null) {
      Part part = new Part.Frequent(shown, high, limit);
      steps.add(new Step(at, draft.with(part, 0.1).stance(Draft.Stance.NARROW)));
    }
    for (Mention column : sentence.columns(at)) {
      Draft named = show ? draft.with(new Part.Item(column, null, false), 0) : draft;
      Part part = new Part.Frequent(column, high, limit);
      steps.add(
          new Step(column.to(), named.with(part, column.weakness()).stance(Draft.Stance.NARROW)));
    }
    for (Mention table : sentence.tables(at)) {
      Draft named = show ? draft.with(new Part.Item(table, null, false), 0) : draft;
      Part part = new Part.Frequent(table, high, limit);
      steps.add(
          new Step(
              table.to(), named.with(part, table.weakness() + 0.1).stance(Draft.Stance.NARROW)));
    }
  }

  /** The largest order by price, the smallest flat in square metres. */
  private static void by(
      Sentence sentence, int at, Measure measure, int limit, Draft draft, List<Step> steps) {
    for (Qualified rows :
        measure.anything() ? Qualified.at(sentence, at + 1) : List.<Qualified>of()) {
      int to = rows.table().to();
      if (!sentence.is(to, "in", "by") || draft.shows()) {
        continue;
      }
      for (Mention column : sentence.columns(sentence.noun(to + 1))) {
        Part part = new Part.Extreme(column, null, measure.high(), limit);
        Draft most =
            rows.told(draft)
                .with(new Part.Item(rows.table(), null, false), rows.cost())
                .with(part, column.weakness() / 2);
        steps.add(new Step(column.to(), most.stance(Draft.Stance.NARROW)));
      }
    }
  }

  /** The largest lake: there is one column it can mean, or one that goes by such a word. */
  private static double vague(Sentence sentence, int at, Measure measure, Draft draft) {
    Mention shown = draft.firstShown();
    List<Mention> tables = sentence.tables(at);
    Mention of = tables.isEmpty() ? shown : tables.get(0);
    if (of == null || !(of.links().get(0) instanceof Link.ToRelation to)) {
      return 0.6;
    }
    long said =
        to.relation().attributes().stream()
            .filter(each ->
                each.amount() && each.words().stream().anyMatch(measure.measures()::contains))
            .count();
    return said == 1 ? 0.1 : said > 1 ? 0.25 : 0.3;
  }

  /** The youngest singer: the word itself says what is measured. */
  private static void measured(
      Sentence sentence, int at, int limit, Draft draft, List<Step> steps) {
    Measure measure = sentence.measure(at);
    if (sentence.is(at, "most") && sentence.measure(at + 1) != null) {
      measure = sentence.measure(at + 1);
      at++;
    }
    if (sentence.is(at, "most", "fewest", "least")
        && sentence.is(at + 1, "people", "inhabitants")
        && sentence.tables(at + 1).isEmpty()) {
      Measure people = Objects.requireNonNull(sentence.lexicon().measure("populous"));
      boolean most = sentence.is(at, "most");
      Measure peopled = new Measure(people.degree(), most, false, people.measures());
      steps.add(new Step(at + 2, draft.with(new Part.Utmost(peopled, limit), 0.05)));
    }
    if (measure == null) {
      return;
    }
    by(sentence, at, measure, limit, draft, steps);
    double cost = measure.anything() ? vague(sentence, at + 1, measure, draft) : 0;
    steps.add(new Step(at + 1, draft.with(new Part.Utmost(measure, limit), cost)));
  }
}
