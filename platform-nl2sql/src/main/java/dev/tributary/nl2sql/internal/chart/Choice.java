package dev.tributary.nl2sql.internal.chart;

import dev.tributary.api.query.AnswerColumn;
import dev.tributary.api.query.Chart;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Role;
import dev.tributary.nl2sql.internal.lineage.Operation;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Chooses the kind of chart by the roles of the columns, in the manner of J. Mackinlay, P. Hanrahan
 * and C. Stolte, Show Me: Automatic Presentation for Visual Analysis (2007): position before length
 * before angle, and nothing drawn that the rows do not carry.
 */
final class Choice {
  private static final int BIG_NUMBERS = 4;
  private static final int SLICES = 6;
  private static final int BARS = 12;
  private static final int LYING_BARS = 40;
  private static final int COLOURS = 8;
  private static final int SHORT_NAME = 12;
  private static final int CLOUD = 5;

  private final Frame frame;
  private final List<Field> times;
  private final List<Field> categories;
  private final List<Field> measures;

  private Choice(Frame frame) {
    this.frame = frame;
    this.times = frame.of(Role.TIME);
    this.categories = frame.of(Role.CATEGORY);
    this.measures = frame.of(Role.MEASURE);
  }

  static Plan of(Frame frame) {
    return new Choice(frame).plan();
  }

  private Plan plan() {
    if (frame.rows().isEmpty()) {
      return Plan.table("there are no rows to draw");
    }
    if (measures.isEmpty()) {
      return Plan.table("there are no amounts to draw");
    }
    if (frame.rows().size() == 1) {
      return single();
    }
    if (!frame.of(Role.OTHER).isEmpty()) {
      return Plan.table("the rows are single records");
    }
    if (times.size() == 1 && categories.size() <= 1) {
      return overTime();
    }
    if (times.isEmpty() && categories.size() == 1) {
      return byCategory(categories.get(0));
    }
    if (times.isEmpty() && categories.size() == 2) {
      return byTwo(categories.get(0), categories.get(1));
    }
    boolean cloud = times.isEmpty() && categories.isEmpty() && measures.size() == 2;
    return cloud ? cloud() : Plan.table("no chart shows this many columns well");
  }

  private Plan single() {
    boolean numbers = measures.size() <= BIG_NUMBERS && times.isEmpty() && categories.size() <= 1;
    return numbers
            && frame.of(Role.OTHER).isEmpty()
            && Double.isFinite(frame.number(0, measures.get(0)))
        ? new Plan(
            Chart.Type.KPI, null, measures, null, "one row: the numbers speak for themselves")
        : Plan.table("one record");
  }

  private Plan overTime() {
    Field time = times.get(0);
    List<Field> drawn = sameUnit();
    if (categories.isEmpty()) {
      return frame.unique(List.of(time))
          ? new Plan(Chart.Type.LINE, time, drawn, null, "a value for each point in time")
          : Plan.table("several rows for one point in time");
    }
    Field series = categories.get(0);
    if (!frame.unique(List.of(time, series)) || frame.distinct(series) > COLOURS) {
      return Plan.table("more lines than colours can tell apart");
    }
    Field measure = measures.get(0);
    return adds(measure)
        ? new Plan(
            Chart.Type.AREA,
            time,
            List.of(measure),
            series,
            "parts that add up to a whole over time")
        : new Plan(
            Chart.Type.LINE, time, List.of(measure), series, "a line over time for each name");
  }

  private Plan byCategory(Field category) {
    int rows = frame.rows().size();
    if (!frame.unique(List.of(category))) {
      return measures.size() == 2 && rows >= CLOUD
          ? cloud()
          : Plan.table("a name stands for several rows");
    }
    if (rows > LYING_BARS) {
      return Plan.table("more names than bars can show");
    }
    Field measure = measures.get(0);
    if (measures.size() == 1 && rows <= SLICES && shares(measure)) {
      return new Plan(
          Chart.Type.PIE, category, List.of(measure), null, "few parts that make up the whole");
    }
    boolean standing = rows <= BARS && longest(category) <= SHORT_NAME;
    return standing
        ? new Plan(Chart.Type.BAR, category, sameUnit(), null, "amounts of a few short names")
        : new Plan(
            Chart.Type.HORIZONTAL_BAR,
            category,
            sameUnit(),
            null,
            "many or long names read better lying");
  }

  private Plan byTwo(Field one, Field other) {
    boolean swap = frame.distinct(other) > frame.distinct(one);
    Field x = swap ? other : one;
    Field series = swap ? one : other;
    boolean fits =
        measures.size() == 1
            && frame.unique(List.of(x, series))
            && frame.distinct(series) <= COLOURS
            && frame.distinct(x) <= LYING_BARS;
    return fits
        ? new Plan(
            frame.distinct(x) <= BARS && longest(x) <= SHORT_NAME
                ? Chart.Type.BAR
                : Chart.Type.HORIZONTAL_BAR,
            x,
            measures,
            series,
            "amounts by two names, one of them as colour")
        : Plan.table("too many names for bars and colours");
  }

  private Plan cloud() {
    return frame.rows().size() >= CLOUD
        ? new Plan(
            Chart.Type.SCATTER,
            measures.get(0),
            List.of(measures.get(1)),
            null,
            "two amounts for each row: do they go together?")
        : Plan.table("too few rows for a cloud of points");
  }

  /** Amounts share an axis only if they have one unit and are of one size. */
  private List<Field> sameUnit() {
    Field first = measures.get(0);
    return measures.stream()
        .filter(field -> field.column().unit().equals(first.column().unit()))
        .filter(field ->
            (field.operation() == Operation.COUNT) == (first.operation() == Operation.COUNT))
        .limit(BIG_NUMBERS)
        .toList();
  }

  /** Only what is all there adds up to a whole. */
  private boolean shares(Field measure) {
    double sum = DoubleStream.of(frame.numbers(measure)).sum();
    boolean percentages =
        switch (measure.operation()) {
          case PERCENTAGE -> Math.abs(sum - 100) < 1;
          case SHARE -> Math.abs(sum - 1) < 0.01;
          default -> false;
        };
    boolean truth = categories.get(0).column().kind() == AnswerColumn.Kind.BOOLEAN;
    return nonNegative(measure)
        && frame.whole()
        && frame.rows().size() > 1
        && sum > 0
        && (percentages || (truth && adds(measure)));
  }

  private boolean adds(Field measure) {
    return measure.operation().additive() && nonNegative(measure);
  }

  private boolean nonNegative(Field measure) {
    return DoubleStream.of(frame.numbers(measure)).allMatch(value -> value >= 0);
  }

  private int longest(Field field) {
    return IntStream.range(0, frame.rows().size())
        .map(row -> frame.text(row, field).length())
        .max()
        .orElse(0);
  }
}
