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

  private static final String ABOUT_SOURCE = "GET /api/v1/ingest/sources/{source} tells more";

  private StandardRules() {}

  static List<AlertRule> all() {
    return List.of(
        state("source-stale", PlatformMetrics.SOURCE_STALE, "source")
            .severity(Severity.WARNING)
            .saying(
                notice(
                    "source {source} of {data_center} brings nothing new",
                    "See whether the source still gets data, and whether its schedule fits; "
                        + ABOUT_SOURCE))
            .build(),
        state("source-failing", PlatformMetrics.SOURCE_FAILING, "source")
            .severity(Severity.CRITICAL)
            .saying(
                notice(
                    "source {source} of {data_center} cannot be read",
                    "Put right what the reason names; runs go on by themselves. " + ABOUT_SOURCE))
            .build(),
        state("data-center-down", PlatformMetrics.DATA_CENTER_DOWN)
            .severity(Severity.CRITICAL)
            .saying(
                notice(
                    "no source of data center {data_center} can be read",
                    "See whether the data center and the network to it are up."
                        + " GET /api/v1/data-centers/{data_center} tells of each source"))
            .build(),
        each("quarantine-spike", PlatformMetrics.ROWS_QUARANTINED, "source")
            .of(Aggregate.sum())
            .severity(Severity.WARNING)
            .in(Duration.ofMinutes(5))
            .exceeds(100)
            .saying(
                notice(
                    "more than 100 rows of source {source} of {data_center} went to quarantine in 5"
                        + " minutes",
                    "GET /api/v1/ingest/quarantine?source={source} shows the rows and why."
                        + " Correct the source or its mapping, then replay them"))
            .build(),
        each("schema-changed", PlatformMetrics.SCHEMA_CHANGES, "source")
            .of(Aggregate.last())
            .severity(Severity.WARNING)
            .in(Window.sliding(Duration.ofMinutes(15), Duration.ofSeconds(15)))
            .exceeds(0)
            .onNoData(NoDataPolicy.NORMAL)
            .saying(
                notice(
                    "source {source} of {data_center} changed its columns or key",
                    "See whether its mapping still fits. A paused source goes on after POST"
                        + " /api/v1/ingest/sources/{source}/resume"))
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
        .saying(Notice.plain().annotation("summary", "{name}"))
        .build();
  }

  /** A rule about something that is so until it is said to be otherwise. */
  private static AlertRule.Builder state(String id, String metric, String... labels) {
    return each(id, metric, labels).of(Aggregate.last()).in(MOMENT).exceeds(0);
  }

  private static AlertRule.Builder each(String id, String metric, String... labels) {
    List<String> per = new ArrayList<>(List.of("data_center"));
    per.addAll(List.of(labels));
    return AlertRule.metric(metric).id(id).per(per.toArray(String[]::new)).lateness(Duration.ZERO);
  }

  private static Notice notice(String summary, String remedy) {
    return Notice.plain().annotation("summary", summary).annotation("remedy", remedy);
  }
}
