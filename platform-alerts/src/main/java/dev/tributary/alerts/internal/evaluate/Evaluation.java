package dev.tributary.alerts.internal.evaluate;

import dev.tributary.alerts.internal.condition.Conditions;
import dev.tributary.alerts.internal.lifecycle.AlertLife;
import dev.tributary.alerts.internal.window.PackedRecords;
import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.alerts.internal.window.Records;
import dev.tributary.alerts.internal.window.SeriesSink;
import dev.tributary.alerts.internal.window.Windows;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.StreamingDetector;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.window.WindowRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All series of one rule, from event to transition. Not thread-safe. */
public final class Evaluation {
  private static final Duration FORGET_AFTER = Duration.ofDays(1);
  private static final Duration NEVER = Duration.ofDays(36_600);

  /** The part of the rule's own records that counts events. */
  private static final int COUNTS = 1;

  private final AlertRule rule;
  private final List<Map.Entry<String, String>> where;
  private final SeriesNames names;
  private final Conditions conditions;
  private final Windows windows;
  private final Map<String, SeriesAlert> alerts = new TreeMap<>();
  private final List<Transition> transitions = new ArrayList<>();
  private @Nullable Consumer<Reading> listener;
  private String heard = "";
  private long taken;
  private long late;
  private long refused;
  private long unusable;

  /**
   * Begins the evaluation of a rule.
   *
   * @param rule the rule
   * @param detectors finds the maker of the detectors of a name, or throws if there is none
   */
  public Evaluation(AlertRule rule, Function<String, Supplier<StreamingDetector>> detectors) {
    this.rule = rule;
    this.where = List.copyOf(rule.where().entrySet());
    this.names = new SeriesNames(rule);
    this.conditions = new Conditions(rule, detectors);
    Duration forgetAfter = rule.per().isEmpty() ? NEVER : FORGET_AFTER;
    this.windows =
        Windows.of(
            rule.window(),
            rule.aggregate(),
            new Windows.Limits(rule.lateness(), rule.seriesLimit(), forgetAfter),
            SeriesWatch::new);
  }

  /**
   * Begins to watch. Earlier events are late; if the rule has no labels, silence counts from now
   * on.
   *
   * @param at from when, in milliseconds since the epoch
   */
  public void begin(long at) {
    windows.advance(at);
    if (rule.per().isEmpty()) {
      windows.open("");
    }
  }

  /**
   * Takes an event.
   *
   * @param event the event
   * @return what it changes, in order
   */
  public List<Transition> accept(MetricEvent event) {
    if (!concerns(event)) {
      return List.of();
    }
    if (!Double.isFinite(event.value())) {
      unusable++;
      return List.of();
    }
    switch (windows.add(names.name(event.labels()), event)) {
      case TAKEN -> taken++;
      case LATE -> late++;
      case TOO_MANY_SERIES -> refused++;
    }
    return drain();
  }

  /** The transitions since the last time. */
  private List<Transition> drain() {
    if (transitions.isEmpty()) {
      return List.of();
    }
    List<Transition> drained = List.copyOf(transitions);
    transitions.clear();
    return drained;
  }

  private boolean concerns(MetricEvent event) {
    if (!event.metric().equals(rule.metric())) {
      return false;
    }
    for (Map.Entry<String, String> label : where) {
      if (!event.labels().getOrDefault(label.getKey(), "").equals(label.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Closes the windows that end up to a moment; events before it are late from now on.
   *
   * @param watermark the moment, in milliseconds since the epoch
   * @return what that changes, in order
   */
  public List<Transition> advance(long watermark) {
    windows.advance(watermark);
    return drain();
  }

  /**
   * Takes note that the rule could not be evaluated. Alerts that are on stay on.
   *
   * @param at when, in milliseconds since the epoch
   * @param reason why, in words
   * @return what that changes, in order
   */
  public List<Transition> fail(long at, String reason) {
    alerts.values().forEach(alert -> add(alert.fail(at, reason)));
    return drain();
  }

  /**
   * Ends every alert, because the rule does.
   *
   * @param at when, in milliseconds since the epoch
   * @param reason why, in words
   * @return what that changes, in order
   */
  public List<Transition> end(long at, String reason) {
    alerts.values().forEach(alert -> add(alert.end(at, reason)));
    alerts.clear();
    return drain();
  }

  /**
   * Takes note that somebody knows of an alert: until it ends, detectors learn nothing from it.
   *
   * @param fingerprint the alert
   */
  public void acknowledge(String fingerprint) {
    alerts.values().stream()
        .filter(alert -> alert.status().alert().fingerprint().equals(fingerprint))
        .forEach(SeriesAlert::acknowledge);
  }

  /**
   * Tells somebody what each window of a series shows.
   *
   * @param key the alert of the series
   * @param told who is told
   */
  public void listen(AlertKey key, Consumer<Reading> told) {
    heard = names.name(key.labels());
    listener = told;
  }

  /**
   * The alerts of all series.
   *
   * @return the alerts, in the order of their labels' values
   */
  public List<AlertStatus> alerts() {
    return alerts.values().stream().map(SeriesAlert::status).toList();
  }

  /**
   * One alert.
   *
   * @param key which one
   * @return the alert; null if its series is not known
   */
  public @Nullable AlertStatus alert(AlertKey key) {
    SeriesAlert alert = alerts.get(names.name(key.labels()));
    return alert == null ? null : alert.status();
  }

  /**
   * What became of the events.
   *
   * @return the counts
   */
  public EventCounts counts() {
    return new EventCounts(taken, late, refused, unusable);
  }

  /**
   * How many series there are.
   *
   * @return the number
   */
  public int series() {
    return windows.size();
  }

  private SeriesAlert alert(String series) {
    return new SeriesAlert(
        names.key(series),
        rule.onNoData(),
        conditions.judge(),
        new AlertLife(rule.lasting().toMillis(), rule.keepFiringFor().toMillis()));
  }

  /**
   * Everything that is remembered.
   *
   * @return the records
   */
  public List<WindowRecord> everything() {
    return withCounts(windows.everything());
  }

  /**
   * What became different since this was asked for the last time; everything, the first time and
   * after {@link #forgetChanges}.
   *
   * @return the records that are new, different or gone
   */
  public List<WindowRecord> changes() {
    return withCounts(windows.changes());
  }

  /** Begins the next changes with everything. */
  public void forgetChanges() {
    windows.forgetChanges();
  }

  private List<WindowRecord> withCounts(List<WindowRecord> records) {
    Records counts = new Records();
    counts.put(Records.RULE, COUNTS, this::saveCounts);
    List<WindowRecord> all = new ArrayList<>(records);
    all.addAll(counts.drain());
    return all;
  }

  private void saveCounts(DataOutput out) throws IOException {
    for (long count : new long[] {taken, late, refused, unusable}) {
      out.writeLong(count);
    }
  }

  /**
   * Replaces everything by what was recorded.
   *
   * @param records everything, or everything with all changes since, in any order
   */
  public void restore(List<WindowRecord> records) {
    alerts.clear();
    windows.restore(records);
    for (WindowRecord record : records) {
      if (record.series() == Records.RULE && record.part() == COUNTS) {
        Records.read(record, this::restoreCounts);
      }
    }
  }

  private void restoreCounts(DataInput in) throws IOException {
    taken = in.readLong();
    late = in.readLong();
    refused = in.readLong();
    unusable = in.readLong();
  }

  /**
   * Writes everything in one piece.
   *
   * @param out where to write
   * @throws IOException if writing fails
   */
  public void save(DataOutput out) throws IOException {
    PackedRecords.write(everything(), out);
  }

  /**
   * Replaces everything by what was written in one piece.
   *
   * @param in where to read
   * @throws IOException if reading fails
   */
  public void restore(DataInput in) throws IOException {
    restore(PackedRecords.read(in));
  }

  private void add(@Nullable Transition transition) {
    if (transition != null) {
      transitions.add(transition);
    }
  }

  /** Turns the windows of one series into transitions. */
  private final class SeriesWatch implements SeriesSink {
    private final String series;
    private @Nullable SeriesAlert alert;

    SeriesWatch(String series) {
      this.series = series;
    }

    @Override
    public boolean closed(Reading reading) {
      SeriesAlert own = alert();
      add(own.evaluate(reading));
      if (listener != null && series.equals(heard)) {
        listener.accept(reading);
      }
      return own.settled();
    }

    private SeriesAlert alert() {
      SeriesAlert own = alert;
      if (own == null) {
        own = alerts.computeIfAbsent(series, Evaluation.this::alert);
        alert = own;
      }
      return own;
    }

    @Override
    public void forgotten(long at) {
      SeriesAlert own = alerts.remove(series);
      alert = null;
      if (own != null) {
        add(own.end(at, "the series has had no event for too long"));
      }
    }

    @Override
    public void save(DataOutput out) throws IOException {
      SeriesAlert own = alerts.get(series);
      out.writeBoolean(own != null);
      if (own != null) {
        own.save(out);
      }
    }

    @Override
    public void restore(DataInput in) throws IOException {
      if (in.readBoolean()) {
        alert().restore(in);
      }
    }
  }
}
