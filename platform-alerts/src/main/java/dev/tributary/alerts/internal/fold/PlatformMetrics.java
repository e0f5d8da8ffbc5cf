package dev.tributary.alerts.internal.fold;

import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventTypes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's own events mean as metrics. Each carries the label {@code data_center}, and
 * where it is about a source {@code source}.
 */
public final class PlatformMetrics {
  /** 1 while a source is late although nothing fails, else 0. */
  public static final String SOURCE_STALE = "source.stale";

  /** 1 while runs of a source fail and it is no longer fresh, else 0. */
  public static final String SOURCE_FAILING = "source.failing";

  /** 1 while every source of a data center fails, else 0. */
  public static final String DATA_CENTER_DOWN = "data_center.down";

  /** 1 for a run that failed, 0 for one that did not. */
  public static final String RUN_FAILED = "source.run_failed";

  /** How many rows a batch stored. */
  public static final String ROWS_STORED = "source.rows";

  /** How many rows went to quarantine at once. */
  public static final String ROWS_QUARANTINED = "quarantine.rows";

  /** How many changes of its columns or key a source showed at once. */
  public static final String SCHEMA_CHANGES = "source.schema_changes";

  /** 1 for an uploaded file that could not be read. */
  public static final String UPLOAD_FAILED = "source.upload_failed";

  private final UnaryOperator<String> dataCenters;

  /**
   * Makes a translation.
   *
   * @param dataCenters the data center of a source, empty if it is not known
   */
  public PlatformMetrics(UnaryOperator<String> dataCenters) {
    this.dataCenters = dataCenters;
  }

  /**
   * Translates an entry of the log.
   *
   * @param entry the entry
   * @param at the time of the log
   * @return its metrics, none for most types
   */
  List<MetricEvent> of(Event entry, Instant at) {
    Map<String, Object> data = entry.data();
    return switch (entry.type()) {
      case EventTypes.SOURCE_FRESHNESS_CHANGED -> freshness(entry, at);
      case EventTypes.DATA_CENTER_STATUS_CHANGED ->
          List.of(
              down(
                  entry.subject(),
                  String.valueOf(data.get("to")),
                  PlatformWords.sources(data.get("sources")),
                  at));
      case EventTypes.RUN_FINISHED ->
          one(
              entry,
              at,
              RUN_FAILED,
              truth("failed".equals(data.get("status"))),
              PlatformWords.errors(data.get("errors")));
      case EventTypes.BATCH_STORED -> one(entry, at, ROWS_STORED, number(data.get("ingested")), "");
      case EventTypes.ROWS_QUARANTINED ->
          one(entry, at, ROWS_QUARANTINED, number(data.get("count")), "");
      case EventTypes.SCHEMA_CHANGED ->
          one(
              entry,
              at,
              SCHEMA_CHANGES,
              data.get("changes") instanceof List<?> changes ? changes.size() : 1,
              PlatformWords.changes(data.get("changes")));
      case EventTypes.UPLOAD_FAILED ->
          one(entry, at, UPLOAD_FAILED, 1, PlatformWords.text(data.get("error")));
      default -> List.of();
    };
  }

  private List<MetricEvent> freshness(Event entry, Instant at) {
    return freshness(
        String.valueOf(entry.data().get("to")),
        String.valueOf(entry.data().get("cause")),
        PlatformWords.text(entry.data().get("reason")),
        labels(entry),
        at);
  }

  /**
   * What the freshness of a source means.
   *
   * @param state the verdict, in a word
   * @param cause why, in a word
   * @param reason why, in words; empty if that was not said
   * @param labels the labels of the source
   * @param at when
   * @return its metrics
   */
  public static List<MetricEvent> freshness(
      String state, String cause, String reason, Map<String, String> labels, Instant at) {
    boolean failing = cause.equals("connector_failing");
    boolean stale = state.equals("late") && !failing && !cause.equals("paused");
    String why = reason.isEmpty() ? PlatformWords.cause(cause) : reason;
    return List.of(
        new MetricEvent(SOURCE_STALE, at, truth(stale), labels, why),
        new MetricEvent(SOURCE_FAILING, at, truth(failing), labels, why));
  }

  /**
   * What the status of a data center means.
   *
   * @param id the data center
   * @param status its status, in a word
   * @param sources its sources; empty if they were not named
   * @param at when
   * @return its metric
   */
  public static MetricEvent down(String id, String status, String sources, Instant at) {
    return new MetricEvent(
        DATA_CENTER_DOWN,
        at,
        truth(status.equals("down")),
        Map.of("data_center", id),
        PlatformWords.center(status, sources));
  }

  private List<MetricEvent> one(Event entry, Instant at, String metric, double value, String note) {
    return List.of(new MetricEvent(metric, at, value, labels(entry), note));
  }

  private Map<String, String> labels(Event entry) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("source", entry.subject());
    labels.put("data_center", dataCenters.apply(entry.subject()));
    return labels;
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
