package dev.tributary.api.alert;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When to raise an alert. "Failed logins per data center exceed 50 in 5 minutes, for 2 minutes" is
 *
 * <pre>{@code
 * AlertRule.metric("failed_logins")
 *     .per("data_center")
 *     .exceeds(50)
 *     .in(Duration.ofMinutes(5))
 *     .lasting(Duration.ofMinutes(2))
 *     .build();
 * }</pre>
 *
 * <p>Immutable.
 */
public final class AlertRule {
  private final Builder settings;

  private AlertRule(Builder settings) {
    this.settings = settings;
  }

  /**
   * Begins a rule about a metric.
   *
   * @param metric the name of the metric, and of the rule unless it is given another one
   * @return a builder; it counts the events of five minutes unless told otherwise, and needs a
   *     condition
   */
  public static Builder metric(String metric) {
    return new Builder(metric);
  }

  /**
   * The name under which the rule is known.
   *
   * @return the id
   */
  public String id() {
    return settings.id;
  }

  /**
   * The metric whose events are looked at.
   *
   * @return the name
   */
  public String metric() {
    return settings.metric;
  }

  /**
   * What the labels of an event must be for it to count.
   *
   * @return the values by label
   */
  public Map<String, String> where() {
    return settings.where;
  }

  /**
   * The labels for each combination of which the rule is evaluated on its own.
   *
   * @return the labels in order
   */
  public List<String> per() {
    return settings.per;
  }

  /**
   * Over which stretch of time.
   *
   * @return the window
   */
  public Window window() {
    return settings.window;
  }

  /**
   * What the events of a window are condensed to.
   *
   * @return the aggregate
   */
  public Aggregate aggregate() {
    return settings.aggregate;
  }

  /**
   * What has to be true.
   *
   * @return the condition
   */
  public Condition condition() {
    return settings.requiredCondition();
  }

  /**
   * For how long it has to be true before the alert fires.
   *
   * @return the time; zero for at once
   */
  public Duration lasting() {
    return settings.lasting;
  }

  /**
   * For how long a firing alert goes on after it was last true.
   *
   * @return the time; zero for not at all
   */
  public Duration keepFiringFor() {
    return settings.keepFiringFor;
  }

  /**
   * What a window without a value means.
   *
   * @return the policy
   */
  public NoDataPolicy onNoData() {
    return settings.onNoData;
  }

  /**
   * How much the alert matters.
   *
   * @return the severity
   */
  public Severity severity() {
    return settings.severity;
  }

  /**
   * How late events may come.
   *
   * @return how far an event may lie behind the newest one
   */
  public Duration lateness() {
    return settings.lateness;
  }

  /**
   * How many combinations of labels there may be.
   *
   * @return the most series; events of further ones are refused and counted
   */
  public int seriesLimit() {
    return settings.seriesLimit;
  }

  /**
   * Where the values of the metric come from.
   *
   * @return the source
   */
  public RuleSource source() {
    return settings.source;
  }

  /**
   * What is said of its alerts, and to whom.
   *
   * @return the notice
   */
  public Notice notice() {
    return settings.notice;
  }

  /**
   * A builder that begins with these settings.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /** Makes rules. Not thread-safe. */
  public static final class Builder {
    private static final int MOST_SERIES = 1_000_000;

    private final String metric;
    private String id;
    private Map<String, String> where = Map.of();
    private List<String> per = List.of();
    private Window window = Window.sliding(Duration.ofMinutes(5));
    private Aggregate aggregate = Aggregate.count();
    private @Nullable Condition condition;
    private Duration lasting = Duration.ZERO;
    private Duration keepFiringFor = Duration.ZERO;
    private NoDataPolicy onNoData = NoDataPolicy.KEEP;
    private Severity severity = Severity.WARNING;
    private Duration lateness = Duration.ofSeconds(10);
    private int seriesLimit = 10_000;
    private RuleSource source = RuleSource.events();
    private Notice notice = Notice.plain();

    private Builder(String metric) {
      this.metric = metric;
      this.id = metric;
    }

    private Builder(Builder other) {
      metric = other.metric;
      id = other.id;
      where = other.where;
      per = other.per;
      window = other.window;
      aggregate = other.aggregate;
      condition = other.condition;
      lasting = other.lasting;
      keepFiringFor = other.keepFiringFor;
      onNoData = other.onNoData;
      severity = other.severity;
      lateness = other.lateness;
      seriesLimit = other.seriesLimit;
      source = other.source;
      notice = other.notice;
    }

    /**
     * Names the rule.
     *
     * @param id under which it is known; default the metric
     * @return this
     */
    public Builder id(String id) {
      this.id = id;
      return this;
    }

    /**
     * Looks only at events with a certain label; further calls add further labels.
     *
     * @param label the label
     * @param value its value; an event without the label has the empty one
     * @return this
     */
    public Builder where(String label, String value) {
      Map<String, String> more = new TreeMap<>(where);
      more.put(label, value);
      where = Collections.unmodifiableMap(more);
      return this;
    }

    /**
     * Evaluates each combination of some labels on its own.
     *
     * @param labels the labels; default none, so that all events are one series
     * @return this
     */
    public Builder per(String... labels) {
      per = List.of(labels);
      return this;
    }

    /**
     * Sets the window to a sliding one.
     *
     * @param length how long it is; default 5 minutes
     * @return this
     */
    public Builder in(Duration length) {
      return in(Window.sliding(length));
    }

    /**
     * Sets the window.
     *
     * @param window over which stretch of time
     * @return this
     */
    public Builder in(Window window) {
      this.window = window;
      return this;
    }

    /**
     * Sets what the events are condensed to.
     *
     * @param aggregate the aggregate; default their number
     * @return this
     */
    public Builder of(Aggregate aggregate) {
      this.aggregate = aggregate;
      return this;
    }

    /**
     * Alerts above a threshold.
     *
     * @param threshold the threshold
     * @return this
     */
    public Builder exceeds(double threshold) {
      return when(Condition.above(threshold));
    }

    /**
     * Sets what has to be true.
     *
     * @param condition the condition
     * @return this
     */
    public Builder when(Condition condition) {
      this.condition = condition;
      return this;
    }

    /**
     * Alerts only if the condition has been true without interruption.
     *
     * @param time for so long; default zero
     * @return this
     */
    public Builder lasting(Duration time) {
      this.lasting = time;
      return this;
    }

    /**
     * Ends an alert only if the condition has not been true.
     *
     * @param time for so long; default zero
     * @return this
     */
    public Builder keepFiringFor(Duration time) {
      this.keepFiringFor = time;
      return this;
    }

    /**
     * Sets what a window without a value means.
     *
     * @param policy the policy; default {@link NoDataPolicy#KEEP}
     * @return this
     */
    public Builder onNoData(NoDataPolicy policy) {
      this.onNoData = policy;
      return this;
    }

    /**
     * Sets how much the alert matters.
     *
     * @param severity the severity; default {@link Severity#WARNING}
     * @return this
     */
    public Builder severity(Severity severity) {
      this.severity = severity;
      return this;
    }

    /**
     * Sets how late events may come; every answer is given that much later.
     *
     * @param lateness how far an event may lie behind the newest one, at most ten years; default 10
     *     s
     * @return this
     */
    public Builder lateness(Duration lateness) {
      this.lateness = lateness;
      return this;
    }

    /**
     * Limits the combinations of labels.
     *
     * @param most from 1 to 1,000,000; default 10,000
     * @return this
     */
    public Builder seriesLimit(int most) {
      this.seriesLimit = most;
      return this;
    }

    /**
     * Sets where the values of the metric come from.
     *
     * @param origin the source; default the events in the log
     * @return this
     */
    public Builder from(RuleSource origin) {
      this.source = origin;
      return this;
    }

    /**
     * Sets what is said of the rule's alerts.
     *
     * @param words labels, annotations and when to notify again; default {@link Notice#plain}
     * @return this
     */
    public Builder saying(Notice words) {
      this.notice = words;
      return this;
    }

    /**
     * Makes the rule.
     *
     * @return the rule
     * @throws IllegalArgumentException if a setting is missing or does not fit; the message names
     *     the rule and the fault
     */
    public AlertRule build() {
      try {
        validate();
      } catch (IllegalArgumentException fault) {
        throw new IllegalArgumentException("rule '" + id + "': " + fault.getMessage(), fault);
      }
      return new AlertRule(new Builder(this));
    }

    private void validate() {
      require(!metric.isBlank(), "it needs the name of a metric");
      require(!id.isBlank(), "it needs an id");
      require(condition != null, "it needs a condition, such as exceeds(50)");
      require(Collections.frequency(per, "") == 0, "a label needs a name");
      require(per.stream().distinct().count() == per.size(), "it names a label twice: " + per);
      require(
          seriesLimit >= 1 && seriesLimit <= MOST_SERIES,
          "series limit " + seriesLimit + ": choose 1 to " + MOST_SERIES);
      require(
          !(window instanceof Window.Session && aggregate.equals(Aggregate.rate())),
          "a rate needs a window of fixed length: count the events of a session instead");
      require(
          !(condition instanceof Condition.Absent && window instanceof Window.Session),
          "a session is never without events: use a sliding or tumbling window for absence");
      Spans.wholeMillis("lasting", lasting);
      Spans.wholeMillis("keepFiringFor", keepFiringFor);
      long latenessMillis = Spans.wholeMillis("lateness", lateness);
      require(
          !(window instanceof Window.Sliding sliding)
              || latenessMillis / sliding.step().toMillis() <= Window.MOST_PANES,
          "lateness "
              + lateness
              + " is more than "
              + Window.MOST_PANES
              + " steps of the window: choose longer steps or less lateness");
    }

    private static void require(boolean fits, String fault) {
      if (!fits) {
        throw new IllegalArgumentException(fault);
      }
    }

    private Condition requiredCondition() {
      if (condition == null) {
        throw new IllegalStateException("a rule is only built with a condition");
      }
      return condition;
    }
  }
}
