package dev.tributary.nl2sql.internal.insight;

import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;
import dev.tributary.nl2sql.internal.frame.Numbers;
import dev.tributary.nl2sql.internal.frame.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number for each of several names or times.
 *
 * @param axis the column of names or times
 * @param measure the column of numbers
 * @param points the rows that have a number, as they came, or in order of time
 * @param whole whether nothing is missing
 */
public record Series(Field axis, Field measure, List<Point> points, boolean whole) {
  /** Copies the list. */
  public Series {
    points = List.copyOf(points);
  }

  /** A name or time with its number. */
  public record Point(String label, double value) {}

  /**
   * The series of a frame whose rows one column tells apart.
   *
   * @param frame the frame
   * @param measure one of its measures
   * @return the series; empty unless exactly one column names the rows
   */
  public static Optional<Series> of(Frame frame, Field measure) {
    Field axis = axis(frame);
    if (axis == null || !frame.unique(List.of(axis))) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < frame.rows().size(); row++) {
      double value = frame.number(row, measure);
      if (Double.isFinite(value)) {
        points.add(new Point(frame.text(row, axis), value));
      }
    }
    if (axis.role() == Role.TIME) {
      points.sort(Comparator.comparing(Point::label));
    }
    return Optional.of(new Series(axis, measure, points, frame.whole()));
  }

  private static @Nullable Field axis(Frame frame) {
    List<Field> times = frame.of(Role.TIME);
    List<Field> categories = frame.of(Role.CATEGORY);
    if (times.size() + categories.size() == 1) {
      return times.isEmpty() ? categories.get(0) : times.get(0);
    }
    return null;
  }

  /** Whether the points follow one another in time. */
  public boolean overTime() {
    return axis.role() == Role.TIME;
  }

  /** Whether the numbers are parts that add up to something. */
  public boolean additive() {
    return measure.operation().additive() && points.stream().allMatch(point -> point.value() >= 0);
  }

  /** The sum of the numbers. */
  public double sum() {
    return points.stream().mapToDouble(Point::value).sum();
  }

  /** The numbers. */
  public double[] values() {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  /** The points, the greatest number first; equal ones as they came. */
  public List<Point> descending() {
    return points.stream().sorted(Comparator.comparingDouble(Point::value).reversed()).toList();
  }

  /** A number in words, with its unit. */
  public String words(double value) {
    return Numbers.words(value, measure.column().unit());
  }

  /** A point in words: {@code 3 EUR (2026-05)}. */
  public String words(Point point) {
    return words(point.value()) + " (" + point.label() + ")";
  }

  /** Where it began and ended, in words; there is at least one point. */
  public String span() {
    return words(points.getFirst()) + " to " + words(points.getLast());
  }

  /** The same without the last point. */
  Series withoutLast() {
    return new Series(axis, measure, points.subList(0, points.size() - 1), whole);
  }
}
