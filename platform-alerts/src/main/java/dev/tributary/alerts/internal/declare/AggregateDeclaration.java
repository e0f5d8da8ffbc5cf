package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.settings.Settings;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code aggregate: count}, {@code p99} or {@code distinct(user)}. */
final class AggregateDeclaration {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,6})?)");
  private static final Pattern DISTINCT = Pattern.compile("distinct\\(([^()]+)\\)");

  private AggregateDeclaration() {}

  static Optional<Aggregate> read(Settings rule) {
    Optional<String> text = rule.text("aggregate");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Aggregate> aggregate = Attempt.at(rule, "aggregate", () -> parse(text.get().strip()));
    if (aggregate.isEmpty()) {
      rule.note("aggregate", "is '" + text.get() + "'", "write one of " + names());
    }
    return aggregate;
  }

  private static Optional<Aggregate> parse(String text) {
    Matcher percentile = PERCENTILE.matcher(text);
    if (percentile.matches()) {
      return Optional.of(Aggregate.percentile(Double.parseDouble(percentile.group(1))));
    }
    Matcher distinct = DISTINCT.matcher(text);
    if (distinct.matches()) {
      return Optional.of(Aggregate.distinct(distinct.group(1).strip()));
    }
    return Stream.of(Aggregate.Basic.values())
        .filter(basic -> basic.name().equalsIgnoreCase(text))
        .<Aggregate>map(basic -> basic)
        .findFirst();
  }

  private static String names() {
    return Stream.concat(
            Stream.of(Aggregate.Basic.values()).map(basic -> basic.name().toLowerCase(Locale.ROOT)),
            Stream.of("p99", "distinct(label)"))
        .toList()
        .toString();
  }
}
