package dev.tributary.nl2sql.internal.wording;

import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Numbers;
import dev.tributary.nl2sql.internal.frame.Role;
import dev.tributary.nl2sql.internal.insight.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answer in a sentence. */
public final class Summary {
  private static final int NAMED = 5;
  private static final int LONGEST_VALUE = 80;

  private final Frame frame;

  private Summary(Frame frame) {
    this.frame = frame;
  }

  /** The rows in a sentence or two. */
  public static String of(Frame frame) {
    Summary summary = new Summary(frame);
    String more = frame.cut() ? " There are more rows than these." : "";
    return summary.sentence() + more;
  }

  private String sentence() {
    int rows = frame.rows().size();
    if (rows == 0) {
      return "Nothing matches.";
    }
    List<Field> measures = frame.of(Role.MEASURE);
    if (rows == 1) {
      return measures.size() == frame.fields().size() ? numbers(measures) : record();
    }
    if (!measures.isEmpty()) {
      Optional<Series> series = Series.of(frame, measures.get(0));
      if (series.isPresent() && series.get().points().size() > 1) {
        return series.get().overTime() ? course(series.get()) : ranking(series.get());
      }
    }
    return frame.fields().size() == 1 ? listed(frame.fields().get(0)) : rows();
  }

  private String numbers(List<Field> measures) {
    return Names.capital(measures.stream().map(this::number).collect(Collectors.joining("; ")))
        + ".";
  }

  private String number(Field field) {
    double value = frame.number(0, field);
    return Double.isFinite(value)
        ? Names.measure(field) + ": " + Numbers.words(value, field.column().unit())
        : "there is no " + Names.measure(field) + ", because nothing matches";
  }

  private String record() {
    return Names.capital(described(0)) + ".";
  }

  private String described(int row) {
    return frame.fields().stream()
        .limit(NAMED)
        .map(field -> Names.of(field.name()) + " " + value(row, field))
        .collect(Collectors.joining(", "));
  }

  private String value(int row, Field field) {
    double number = frame.number(row, field);
    if (field.role() == Role.MEASURE && Double.isFinite(number)) {
      return Numbers.words(number, field.column().unit());
    }
    String text = frame.text(row, field);
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }

  private String ranking(Series series) {
    boolean ascending = ascending(series);
    List<Series.Point> ranked = new ArrayList<>(series.descending());
    if (ascending) {
      ranked = series.points();
    }
    Series.Point first = ranked.get(0);
    double share = series.additive() && !ascending ? series.sum() : 0;
    String of =
        share > 0 && series.whole()
            ? " of " + series.words(share) + " (" + Numbers.percent(first.value(), share) + ")"
            : "";
    if (first.value() == ranked.get(1).value()) {
      return tied(series, ranked, ascending);
    }
    return first.label()
        + (ascending ? " has the least with " : " leads with ")
        + series.words(first.value())
        + of
        + ", followed by "
        + Names.listed(
            ranked.subList(1, Math.min(3, ranked.size())).stream()
                .map(point -> point.label() + " with " + series.words(point.value()))
                .toList())
        + ".";
  }

  private static String tied(Series series, List<Series.Point> ranked, boolean ascending) {
    double value = ranked.get(0).value();
    List<String> names =
        ranked.stream().filter(point -> point.value() == value).map(Series.Point::label).toList();
    String who = names.size() > NAMED ? names.size() + " share" : Names.listed(names) + " share";
    return who
        + (ascending ? " the least with " : " the lead with ")
        + series.words(value)
        + " each.";
  }

  /** The least first, as if it had been asked for. */
  private boolean ascending(Series series) {
    List<Series.Point> points = series.points();
    return frame.outline().ordered()
        && points.get(0).value() < points.get(points.size() - 1).value()
        && IntStream.range(1, points.size())
            .allMatch(at -> points.get(at - 1).value() <= points.get(at).value());
  }

  private String course(Series series) {
    return Names.capital(Names.measure(series.measure()))
        + " went from "
        + series.span()
        + ", with the highest at "
        + series.words(series.descending().getFirst())
        + ".";
  }

  private String listed(Field field) {
    List<String> values =
        IntStream.range(0, frame.rows().size())
            .mapToObj(row -> value(row, field))
            .distinct()
            .toList();
    List<String> named = new ArrayList<>(values.subList(0, Math.min(NAMED, values.size())));
    if (values.size() > NAMED) {
      named.add(Numbers.count(values.size() - NAMED) + " more");
    }
    return Numbers.count(values.size())
        + " values of "
        + Names.of(field.name())
        + ": "
        + Names.listed(named)
        + ".";
  }

  private String rows() {
    return Numbers.count(frame.rows().size()) + " rows; the first: " + described(0) + ".";
  }
}
