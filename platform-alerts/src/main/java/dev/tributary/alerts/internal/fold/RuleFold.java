package dev.tributary.alerts.internal.fold;

import dev.tributary.alerts.internal.declare.RuleDeclaration;
import dev.tributary.alerts.internal.evaluate.Evaluation;
import dev.tributary.alerts.internal.window.Reading;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.AlertStatus;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.StreamingDetector;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.event.Event;
import dev.tributary.api.window.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All rules at work. Entries of the log go in, transitions come out, and nothing else has a say:
 * time is that of the log, the newest time of any entry so far, a microsecond later with each at
 * least, so that of two things said at once the later one counts. Rules come and go by entries of
 * their own. The same log gives the same transitions, live, after a crash and in a backtest. Not
 * thread-safe.
 */
public final class RuleFold {
  /** As fine as the store keeps times. */
  private static final Duration LEAST_STEP = Duration.ofNanos(1000);

  private final Function<String, Supplier<StreamingDetector>> detectors;
  private final PlatformMetrics platform;
  private final Map<String, Watch> watches = new TreeMap<>();
  private final Map<String, List<Watch>> byMetric = new HashMap<>();
  private final List<Recorded> recorded = new ArrayList<>();
  private Instant time = Instant.EPOCH;

  /** What became of the events of rules that are gone, and that nobody has asked for. */
  private EventCounts over = EventCounts.NONE;

  private long entry;
  private int number;

  /**
   * Makes a fold without rules.
   *
   * @param detectors finds the maker of the detectors of a name
   * @param platform what the platform's own events mean
   */
  public RuleFold(
      Function<String, Supplier<StreamingDetector>> detectors, PlatformMetrics platform) {
    this.detectors = detectors;
    this.platform = platform;
  }

  /**
   * Goes on where another fold was. Snapshots may be of different places: {@link #apply} is then to
   * be called from the entry after the first of them on, and each rule takes what is news to it.
   *
   * @param at the time of the log if there is no snapshot
   * @param snapshots the rules that were at work
   */
  public void restore(Instant at, Collection<Snapshot> snapshots) {
    time =
        snapshots.stream()
            .min(Comparator.comparingLong(Snapshot::position))
            .map(Snapshot::time)
            .orElse(at);
    for (Snapshot snapshot : snapshots) {
      Watch watch = new Watch(snapshot.rule(), evaluation(snapshot.rule()), snapshot.position());
      watch.restore(snapshot.state());
      watch.saved();
      watches.put(snapshot.rule().id(), watch);
    }
    index();
  }

  /**
   * Puts a rule to work from the present of the log on.
   *
   * @param rule the rule
   * @param after the id of the last entry it needs nothing of
   */
  public void watch(AlertRule rule, long after) {
    Watch watch = new Watch(rule, evaluation(rule), after);
    watch.evaluation().begin(time.minus(rule.lateness()).toEpochMilli());
    watches.put(rule.id(), watch);
    index();
  }

  /**
   * Takes an entry.
   *
   * @param event the entry
   * @return what it changes, in order
   */
  public List<Recorded> apply(Event event) {
    begin(event.id(), event.at());
    take(event);
    return end();
  }

  /**
   * Takes an event as if it had come when it happened, in an entry of its own.
   *
   * @param id the id of the entry
   * @param event the event
   * @return what it changes, in order
   */
  public List<Recorded> apply(long id, MetricEvent event) {
    begin(id, event.at());
    accept(event);
    return end();
  }

  private void begin(long id, Instant at) {
    entry = id;
    number = 0;
    recorded.clear();
    time = at.isAfter(time) ? at : time.plus(LEAST_STEP);
    for (Watch watch : watches.values()) {
      if (watch.sees(entry)) {
        add(watch, watch.evaluation().advance(watermark(watch)));
      }
    }
  }

  private List<Recorded> end() {
    watches.values().forEach(watch -> watch.saw(entry));
    return List.copyOf(recorded);
  }

  private void take(Event event) {
    switch (event.type()) {
      case AlertEventTypes.METRICS -> MetricEntries.events(event, time).forEach(this::accept);
      case AlertEventTypes.RULE_SET -> set(event);
      case AlertEventTypes.RULE_REMOVED -> end(event.subject(), "the rule was removed");
      case AlertEventTypes.QUERY_FAILED -> fail(event);
      case AlertEventTypes.ACKNOWLEDGED -> acknowledge(event);
      default -> platform.of(event, time).forEach(this::accept);
    }
  }

  private void accept(MetricEvent event) {
    for (Watch watch : byMetric.getOrDefault(event.metric(), List.of())) {
      if (watch.sees(entry)) {
        add(watch, watch.evaluation().accept(event));
      }
    }
  }

  private void set(Event event) {
    Watch before = watches.get(event.subject());
    if (before != null && !before.sees(entry)) {
      return;
    }
    AlertRule rule =
        Boolean.FALSE.equals(event.data().get("enabled"))
            ? null
            : RuleDeclaration.stored(event.data().get("rule")).orElse(null);
    if (before != null && rule != null && sameCondition(before.rule(), rule)) {
      watches.put(rule.id(), before.under(rule, evaluation(rule)));
      index();
      return;
    }
    end(event.subject(), rule == null ? "the rule was switched off" : "the rule was changed");
    if (rule != null) {
      watch(rule, entry);
    }
  }

  private void end(String id, String reason) {
    Watch watch = watches.get(id);
    if (watch != null && watch.sees(entry)) {
      add(watch, watch.evaluation().end(watermark(watch), reason));
      over = over.plus(watch.news());
      watches.remove(id);
      index();
    }
  }

  private void fail(Event event) {
    Watch watch = watches.get(event.subject());
    if (watch != null && watch.sees(entry)) {
      String reason = "the question failed: " + event.data().get("error");
      add(watch, watch.evaluation().fail(watermark(watch), reason));
      watch.alter();
    }
  }

  private void acknowledge(Event event) {
    Watch watch = watches.get(event.subject());
    if (watch != null && watch.sees(entry)) {
      watch.evaluation().acknowledge(String.valueOf(event.data().get("fingerprint")));
      watch.alter();
    }
  }

  /** Whether a rule judges like another, whatever it says of its alerts. */
  private static boolean sameCondition(AlertRule left, AlertRule right) {
    return RuleDeclaration.judging(left).equals(RuleDeclaration.judging(right));
  }

  private void add(Watch watch, List<Transition> transitions) {
    if (!transitions.isEmpty()) {
      watch.touch();
    }
    for (Transition transition : transitions) {
      recorded.add(
          new Recorded(
              Recorded.id(entry, number++),
              watch.rule(),
              transition,
              status(watch.evaluation(), transition)));
    }
  }

  private static AlertStatus status(Evaluation evaluation, Transition transition) {
    @Nullable AlertStatus status = evaluation.alert(transition.alert());
    return status == null
        ? new AlertStatus(
            transition.alert(), transition.to(), null, null, transition.at(), transition.value())
        : status;
  }

  /**
   * Tells somebody what each window of an alert shows.
   *
   * @param alert the alert, of a rule at work
   * @param told who is told
   */
  public void listen(AlertKey alert, Consumer<Reading> told) {
    Watch watch = watches.get(alert.rule());
    if (watch != null) {
      watch.evaluation().listen(alert, told);
    }
  }

  /**
   * The rules at work.
   *
   * @return the rules by id
   */
  public List<AlertRule> rules() {
    return watches.values().stream().map(Watch::rule).toList();
  }

  /**
   * How the alerts of a rule stand.
   *
   * @param rule the rule
   * @return its alerts and what became of its events; null if it is not at work
   */
  public @Nullable Standing standing(String rule) {
    Watch watch = watches.get(rule);
    return watch == null
        ? null
        : new Standing(watch.evaluation().alerts(), watch.evaluation().counts());
  }

  /**
   * What became of the events of all rules since this was asked for the last time.
   *
   * @return the counts
   */
  public EventCounts news() {
    EventCounts news = over;
    over = EventCounts.NONE;
    for (Watch watch : watches.values()) {
      news = news.plus(watch.news());
    }
    return news;
  }

  /**
   * How many series there are.
   *
   * @return those of all rules
   */
  public long series() {
    return watches.values().stream().mapToLong(watch -> watch.evaluation().series()).sum();
  }

  /**
   * The time of the log.
   *
   * @return the newest time of any entry
   */
  public Instant time() {
    return time;
  }

  /**
   * Takes snapshots of rules whose state changed, or that have seen much since their last one.
   *
   * @param most how many entries a rule may be ahead of its snapshot
   * @return the snapshots
   */
  public List<Snapshot> due(long most) {
    return watches.values().stream()
        .filter(watch -> watch.due(most))
        .map(watch -> watch.snapshot(time))
        .toList();
  }

  /**
   * Takes note that snapshots are safe.
   *
   * @param snapshots the snapshots
   */
  public void saved(List<Snapshot> snapshots) {
    for (Snapshot snapshot : snapshots) {
      Watch watch = watches.get(snapshot.rule().id());
      if (watch != null) {
        watch.saved();
      }
    }
  }

  /**
   * Keeps in a store what became different in rules that have seen much since their last snapshot
   * and since they were kept.
   *
   * @param store the store
   * @param most how many entries a rule may be ahead of what is known of it
   */
  public void keep(WindowStore store, long most) {
    watches.values().forEach(watch -> watch.keep(store, most, time));
  }

  private void index() {
    byMetric.clear();
    watches
        .values()
        .forEach(watch ->
            byMetric
                .computeIfAbsent(watch.rule().metric(), metric -> new ArrayList<>())
                .add(watch));
  }

  private long watermark(Watch watch) {
    return time.minus(watch.rule().lateness()).toEpochMilli();
  }

  private Evaluation evaluation(AlertRule rule) {
    return new Evaluation(rule, detectors);
  }
}
