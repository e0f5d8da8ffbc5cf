package dev.tributary.nl2sql.internal.insight;

import dev.tributary.api.query.Insight;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what stands out in a frame. */
public final class Insights {
  private static final int MOST = 6;
  private static final int MEASURES = 3;

  private static final List<Function<Series, Optional<Insight>>> RANKED =
      List.of(Ranking::leader, Ranking::concentration, Ranking::spread, Outliers::of);
  private static final List<Function<Series, Optional<Insight>>> TIMED =
      List.of(Course::change, Course::trend, Course::peak, Outliers::of);

  private Insights() {}

  /**
   * Finds what stands out.
   *
   * @param frame the rows
   * @return insights, the weightiest first; no number in them is not in the rows or computed from
   *     them
   */
  public static List<Insight> of(Frame frame) {
    List<Insight> found = new ArrayList<>();
    for (Field measure : frame.of(Role.MEASURE).stream().limit(MEASURES).toList()) {
      Series.of(frame, measure).ifPresent(series -> found.addAll(of(series, frame)));
    }
    Gaps.of(frame).ifPresent(found::add);
    return found.stream()
        .sorted(Comparator.comparing(Insight::severity).reversed())
        .limit(MOST)
        .toList();
  }

  private static List<Insight> of(Series series, Frame frame) {
    List<Insight> found = new ArrayList<>();
    Series ended = series;
    if (series.overTime() && Periods.unfinished(series, frame.readAt())) {
      found.add(Periods.insight(series));
      ended = series.withoutLast();
    }
    for (Function<Series, Optional<Insight>> finder : series.overTime() ? TIMED : RANKED) {
      finder.apply(ended).ifPresent(found::add);
    }
    return found;
  }
}
