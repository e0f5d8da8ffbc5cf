package dev.tributary.alerts;

import dev.tributary.alerts.internal.fold.PlatformMetrics;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Notice;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the platform watches by itself: the troubles of data centers. */
final class StandardRules {
  private static final Window MOMENT =
      Window.sliding(Duration.ofSeconds(10), Duration.ofSeconds(1));

  private StandardRules() {}

  static List<AlertRule> all() {
    return List.of(
        state("source-stale", PlatformMetrics.SOURCE_STALE, "source")
            .severity(Severity.WARNING)
            .saying(summary("source {source} brings nothing new"))
            .build(),
        state("source-failing", PlatformMetrics.SOURCE_FAILING, "source")
            .severity(Severity.CRITICAL)
            .saying(summary("source {source} cannot be read"))
            .build(),
        AlertRule.metric(PlatformMetrics.DATA_CENTER_DOWN)
            .id("data-center-down")
            .per("data_center")
            .in(MOMENT)
            .of(Aggregate.last())
            .exceeds(0)
            .lateness(Duration.ZERO)
            .severity(Severity.CRITICAL)
            .saying(summary("no source of data center {data_center} can be read"))
            .build(),
        AlertRule.metric(PlatformMetrics.ROWS_QUARANTINED)
            .id("quarantine-spike")
            .per("data_center", "source")
            .in(Duration.ofMinutes(5))
            .of(Aggregate.sum())
            .exceeds(100)
            .lateness(Duration.ZERO)
            .severity(Severity.WARNING)
            .saying(summary("{value} rows of {source} went to quarantine in 5 minutes"))
            .build(),
        AlertRule.metric(PlatformMetrics.SCHEMA_CHANGES)
            .id("schema-changed")
            .per("data_center", "source")
            .in(Window.sliding(Duration.ofMinutes(15), Duration.ofSeconds(15)))
            .of(Aggregate.sum())
            .exceeds(0)
            .onNoData(NoDataPolicy.NORMAL)
            .lateness(Duration.ZERO)
            .severity(Severity.WARNING)
            .saying(summary("source {source} changed its columns or key"))
            .build(),
        raised(Severity.INFO),
        raised(Severity.WARNING),
        raised(Severity.CRITICAL));
  }

  /** What others raise and end; each for itself, however often it is said. */
  private static AlertRule raised(Severity severity) {
    String word = severity.name().toLowerCase(Locale.ROOT);
    return AlertRule.metric("alert.raised")
        .id("raised-" + word)
        .where("severity", word)
        .per("name", "data_center", "source")
        .in(MOMENT)
        .of(Aggregate.last())
        .exceeds(0)
        .lateness(Duration.ofSeconds(5))
        .severity(severity)
        .saying(summary("{name}"))
        .build();
  }

  /** A rule about something that is so until it is said to be otherwise. */
  private static AlertRule.Builder state(String id, String metric, String label) {
    return AlertRule.metric(metric)
        .id(id)
        .per("data_center", label)
        .in(MOMENT)
        .of(Aggregate.last())
        .exceeds(0)
        .lateness(Duration.ZERO);
  }

  private static Notice summary(String text) {
    return Notice.plain().annotation("summary", text);
  }
}
