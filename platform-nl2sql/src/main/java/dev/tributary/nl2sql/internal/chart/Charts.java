package dev.tributary.nl2sql.internal.chart;

import dev.tributary.api.query.Chart;
import dev.tributary.nl2sql.internal.frame.Field;
import dev.tributary.nl2sql.internal.frame.Frame;

/** Draws frames. */
public final class Charts {
  private Charts() {}

  /**
   * Chooses a chart and writes it.
   *
   * @param frame the rows
   * @param title what stands above it
   * @return the chart
   */
  public static Chart of(Frame frame, String title) {
    Plan plan = Choice.of(frame);
    return new Chart(
        plan.type(),
        plan.x() == null ? "" : plan.x().name(),
        plan.y().stream().map(Field::name).toList(),
        plan.series() == null ? "" : plan.series().name(),
        title,
        plan.reason(),
        plan.type() == Chart.Type.TABLE ? "" : new VegaLite(frame, plan, title).write());
  }
}
