package dev.tributary.nl2sql.internal.chart;

import dev.tributary.api.query.Chart;
import dev.tributary.nl2sql.internal.frame.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to draw, and why.
 *
 * @param type the kind of chart
 * @param x the column along the axis; null if there is none
 * @param y the columns of values
 * @param series the column that tells colours apart; null if there is none
 * @param reason why this kind
 */
record Plan(
    Chart.Type type, @Nullable Field x, List<Field> y, @Nullable Field series, String reason) {

  static Plan table(String reason) {
    return new Plan(Chart.Type.TABLE, null, List.of(), null, reason);
  }
}
