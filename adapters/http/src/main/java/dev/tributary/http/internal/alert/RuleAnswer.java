package dev.tributary.http.internal.alert;

import dev.tributary.api.alert.RuleBook;
import dev.tributary.api.alert.RuleOrigin;
import dev.tributary.api.alert.StoredRule;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule: its declaration, and what is known of it. */
record RuleAnswer(
    String id,
    boolean enabled,
    RuleOrigin origin,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant lastCheckedAt,
    int consecutiveFailures,
    @Nullable String lastError,
    Map<String, Object> rule) {

  static RuleAnswer of(StoredRule stored, RuleBook book) {
    return new RuleAnswer(
        stored.rule().id(),
        stored.enabled(),
        stored.origin(),
        stored.version(),
        stored.createdAt(),
        stored.updatedAt(),
        stored.sampling().at(),
        stored.sampling().failures(),
        stored.sampling().error(),
        book.declaration(stored.rule()));
  }
}
