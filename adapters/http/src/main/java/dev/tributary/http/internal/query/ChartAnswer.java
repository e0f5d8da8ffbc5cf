package dev.tributary.http.internal.query;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tributary.api.query.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to draw the rows.
 *
 * @param chartType the kind of chart
 * @param x the column along the axis; null if there is none
 * @param y the columns of values
 * @param series the column that tells colours apart; null for none
 * @param title what stands above it
 * @param reason why this kind of chart
 * @param vegaLite the chart as a Vega-Lite version 5 specification; null for a table
 */
record ChartAnswer(
    Chart.Type chartType,
    @Nullable String x,
    List<String> y,
    @Nullable String series,
    String title,
    String reason,
    @Nullable Object vegaLite) {

  static ChartAnswer of(Chart chart) {
    return new ChartAnswer(
        chart.type(),
        absent(chart.x()),
        chart.y(),
        absent(chart.series()),
        chart.title(),
        chart.reason(),
        chart.vegaLite().isEmpty() ? null : new RawValue(chart.vegaLite()));
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }
}
