package dev.tributary.nl2sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** The same statistics once more, in another way. */
final class Oracle {
  private Oracle() {}

  static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  static double slope(double[] values) {
    double[] slopes =
        IntStream.range(0, values.length)
            .boxed()
            .flatMapToDouble(i ->
                IntStream.range(i + 1, values.length)
                    .mapToDouble(j -> (values[j] - values[i]) / (j - i)))
            .toArray();
    return slopes.length == 0 ? 0 : median(slopes);
  }

  /** The p-value of Mann and Kendall by counting ties and integrating the normal density. */
  static String probability(double[] values) {
    int n = values.length;
    double s = 0;
    for (int j = 1; j < n; j++) {
      for (int i = 0; i < j; i++) {
        s += Double.compare(values[j], values[i]) > 0 ? 1 : values[j] == values[i] ? 0 : -1;
      }
    }
    double ties =
        Arrays.stream(values)
            .distinct()
            .map(value -> Arrays.stream(values).filter(other -> other == value).count())
            .map(t -> t * (t - 1) * (2 * t + 5))
            .sum();
    double variance = (n * (n - 1.0) * (2 * n + 5) - ties) / 18;
    double z = variance == 0 ? 0 : Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance);
    double inside = 0;
    double step = z / 10_000;
    for (int i = 0; i < 10_000; i++) {
      double x = (i + 0.5) * step;
      inside += step * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
    return plain(new BigDecimal(1 - 2 * inside).setScale(3, RoundingMode.HALF_UP));
  }

  static String words(double value) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    if (value != 0 && Math.abs(value) < 0.995) {
      return plain(new BigDecimal(String.format(Locale.ROOT, "%.2e", value)));
    }
    String plain = plain(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    String[] parts = plain.split("\\.");
    return String.format(Locale.ROOT, "%,d", Long.parseLong(parts[0]))
        + (parts.length > 1 ? "." + parts[1] : "");
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
