package dev.tributary.api.query;

import java.util.List;

/**
 * How to draw an answer.
 *
 * @param type the kind of chart
 * @param x the column along the axis of categories or time; empty if the chart has none
 * @param y the columns of values
 * @param series the column that tells lines or colours apart; empty for none
 * @param title what stands above it
 * @param reason why this kind of chart
 * @param vegaLite the chart as a Vega-Lite version 5 specification, JSON with the data inside;
 *     empty for a table
 */
public record Chart(
    Type type,
    String x,
    List<String> y,
    String series,
    String title,
    String reason,
    String vegaLite) {
  /**
   * Copies the list.
   *
   * @param type the kind
   * @param x the column along the axis
   * @param y the columns of values
   * @param series the column that tells colours apart
   * @param title what stands above it
   * @param reason why this kind
   * @param vegaLite the specification
   */
  public Chart {
    y = List.copyOf(y);
  }

  /** Kinds of charts. */
  public enum Type {
    /** One or a few big numbers. */
    KPI,
    /** Columns that stand. */
    BAR,
    /** Bars that lie, for many or long names. */
    HORIZONTAL_BAR,
    /** A line over time. */
    LINE,
    /** A filled line over time, for parts of a whole. */
    AREA,
    /** Slices of a whole. */
    PIE,
    /** Points of two numbers. */
    SCATTER,
    /** Nothing but the rows. */
    TABLE
  }
}
