package dev.tributary.ingest.internal.freshness;

import dev.tributary.api.ingest.Freshness;
import dev.tributary.api.ingest.Freshness.Cause;
import dev.tributary.api.ingest.Freshness.State;
import dev.tributary.ingest.config.FreshnessConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.ingest.internal.ledger.SourceFacts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides how fresh a source is, from what the store knows of it and the time alone.
 *
 * <p>Two ages count: the time since the source was last read with success or brought something, and
 * where new data is expected, the time since it brought some. The older one is held against the
 * thresholds. A source that has never been read with success is warned of as soon as it fails.
 */
public final class FreshnessRule {
  private FreshnessRule() {}

  /**
   * What is decided on.
   *
   * @param source the source
   * @param scheduled whether it is read on a schedule; if not it is never late
   * @param facts what the store knows of it
   * @param running whether a run is going on
   * @param error what went wrong in its latest run; empty if nothing did
   * @param nextDue when it is due; null if it is not
   */
  public record Case(
      SourceConfig source,
      boolean scheduled,
      SourceFacts facts,
      boolean running,
      String error,
      @Nullable Instant nextDue) {}

  /**
   * Decides.
   *
   * @param given the case
   * @param now the time
   * @return the verdict
   */
  public static Freshness decide(Case given, Instant now) {
    SourceConfig source = given.source();
    SourceFacts facts = given.facts();
    FreshnessConfig limits = source.freshness();
    Duration reading = age(later(facts.lastSuccessAt(), facts.lastNewDataAt()), facts, now);
    Duration silence =
        limits.expectEvery() == null ? Duration.ZERO : age(facts.lastNewDataAt(), facts, now);
    State state = given.scheduled() ? state(facts, limits, reading, silence) : unscheduled(facts);
    Cause cause = cause(given, state, reading);
    return new Freshness(
        state,
        cause,
        words(given, cause, reading, silence),
        facts.lastEventTime(),
        facts.lastSuccessAt(),
        facts.paused() ? null : given.nextDue(),
        limits.expectEvery() == null ? source.every() : limits.expectEvery());
  }

  private static State unscheduled(SourceFacts facts) {
    return facts.lastNewDataAt() == null ? State.UNKNOWN : State.FRESH;
  }

  private static State state(
      SourceFacts facts, FreshnessConfig limits, Duration reading, Duration silence) {
    Duration age = reading.compareTo(silence) > 0 ? reading : silence;
    if (age.compareTo(limits.lateAfter()) >= 0) {
      return State.LATE;
    }
    boolean neverRead = facts.lastSuccessAt() == null;
    if (age.compareTo(limits.warnAfter()) >= 0 || (neverRead && facts.consecutiveFailures() > 0)) {
      return State.WARN;
    }
    return neverRead ? State.UNKNOWN : State.FRESH;
  }

  private static Cause cause(Case given, State state, Duration reading) {
    SourceFacts facts = given.facts();
    if (facts.paused()) {
      return Cause.PAUSED;
    }
    if (state == State.FRESH || state == State.UNKNOWN) {
      return Cause.NONE;
    }
    if (facts.consecutiveFailures() > 0) {
      return Cause.CONNECTOR_FAILING;
    }
    if (reading.compareTo(given.source().freshness().warnAfter()) < 0) {
      return Cause.SOURCE_SILENT;
    }
    return given.running() ? Cause.CONNECTOR_FAILING : Cause.SCHEDULER_LATE;
  }

  private static String words(Case given, Cause cause, Duration reading, Duration silence) {
    SourceFacts facts = given.facts();
    return switch (cause) {
      case NONE ->
          facts.lastSuccessAt() == null
              ? "it has not been read yet"
              : "read with success at " + facts.lastSuccessAt();
      case SOURCE_SILENT ->
          "runs succeed, but nothing new has come for %s; expected every %s, last at %s"
              .formatted(
                  span(silence),
                  span(given.source().freshness().expectEvery()),
                  facts.lastNewDataAt() == null ? "no time" : facts.lastNewDataAt());
      case CONNECTOR_FAILING ->
          facts.consecutiveFailures() > 0
              ? "%s runs in a row have failed; %s%s"
                  .formatted(
                      facts.consecutiveFailures(),
                      facts.lastSuccessAt() == null
                          ? "none has succeeded so far"
                          : "last success at " + facts.lastSuccessAt(),
                      given.error().isEmpty() ? "" : "; the latest says: " + given.error())
              : "a run is going on and has brought nothing for " + span(reading);
      case SCHEDULER_LATE ->
          "no run has begun although one is due every %s; last success %s ago"
              .formatted(span(given.source().every()), span(reading));
      case PAUSED -> "paused: " + facts.pausedReason();
    };
  }

  private static Duration age(@Nullable Instant since, SourceFacts facts, Instant now) {
    Duration age = Duration.between(since == null ? facts.createdAt() : since, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static @Nullable Instant later(@Nullable Instant left, @Nullable Instant right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.isAfter(right) ? left : right;
  }

  /** A duration as people say it: seconds up to two minutes, minutes up to two hours. */
  private static String span(@Nullable Duration duration) {
    if (duration == null) {
      return "?";
    }
    if (duration.toMinutes() < 2) {
      return duration.toSeconds() + " s";
    }
    if (duration.toHours() < 2) {
      return duration.toMinutes() + " min";
    }
    int minutes = duration.toMinutesPart();
    return duration.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
  }
}
