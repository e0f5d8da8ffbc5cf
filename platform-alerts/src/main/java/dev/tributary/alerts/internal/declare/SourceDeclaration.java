package dev.tributary.alerts.internal.declare;

import dev.tributary.api.alert.RuleSource;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code query: SELECT ...} and {@code every: 1m}. */
final class SourceDeclaration {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private SourceDeclaration() {}

  static Optional<RuleSource> read(Settings rule) {
    Optional<String> sql = rule.text("query");
    Optional<Duration> every = rule.duration("every");
    if (sql.isEmpty()) {
      if (every.isPresent()) {
        rule.note("every", "belongs to a query", "add the query, or remove it");
      }
      return Optional.empty();
    }
    return Attempt.at(
        rule, "query", () -> Optional.of(RuleSource.query(sql.get(), every.orElse(EVERY))));
  }
}
