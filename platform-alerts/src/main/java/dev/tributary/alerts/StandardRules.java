package dev.tributary.alerts;

import dev.tributary.alerts.internal.fold.PlatformMetrics;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Notice;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.util.ArrayList;
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
        state("data-center-down", PlatformMetrics.DATA_CENTER_DOWN)
            .severity(Severity.CRITICAL)
            .saying(summary("no source of data center {data_center} can be read"))
            .build(),
        sum("quarantine-spike", PlatformMetrics.ROWS_QUARANTINED)
            .in(Duration.ofMinutes(5))
            .exceeds(100)
            .saying(summary("{value} rows of {source} went to quarantine in 5 minutes"))
            .build(),
        sum("schema-changed", PlatformMetrics.SCHEMA_CHANGES)
            .in(Window.sliding(Duration.ofMinutes(15), Duration.ofSeconds(15)))
            .exceeds(0)
            .onNoData(NoDataPolicy.NORMAL)
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
  private static AlertRule.Builder state(String id, String metric, String... labels) {
    return each(id, metric, labels).of(Aggregate.last()).in(MOMENT).exceeds(0);
  }

  /** A rule about how much there is of something at a source. */
  private static AlertRule.Builder sum(String id, String metric) {
    return each(id, metric, "source").of(Aggregate.sum()).severity(Severity.WARNING);
  }

  private static AlertRule.Builder each(String id, String metric, String... labels) {
    List<String> per = new ArrayList<>(List.of("data_center"));
    per.addAll(List.of(labels));
    return AlertRule.metric(metric).id(id).per(per.toArray(String[]::new)).lateness(Duration.ZERO);
  }

  private static Notice summary(String text) {
    return Notice.plain().annotation("summary", text);
  }
}
