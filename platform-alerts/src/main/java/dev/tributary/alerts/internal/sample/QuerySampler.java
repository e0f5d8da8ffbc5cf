package dev.tributary.alerts.internal.sample;

import dev.tributary.alerts.internal.fold.MetricEntries;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.QueryRunner;
import dev.tributary.api.alert.RuleSource;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.core.CentralStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Asks the questions of rules when they are due, and puts the answers into the log. */
public final class QuerySampler {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_ROWS = 1000;

  private final CentralStore store;
  private final QueryRunner queries;
  private final InstantSource clock;

  /**
   * Makes a sampler.
   *
   * @param store holds the rules and the log
   * @param queries answers questions
   * @param clock the present
   */
  public QuerySampler(CentralStore store, QueryRunner queries, InstantSource clock) {
    this.store = store;
    this.queries = queries;
    this.clock = clock;
  }

  /** Asks what is due. One question that fails does not keep the others from being asked. */
  public void step() {
    Instant now = clock.instant();
    store.<List<StoredRule>, RuntimeException>read(RuleLedger::all).stream()
        .filter(rule -> rule.enabled() && due(rule, now))
        .forEach(rule -> ask(rule.rule(), now));
  }

  private static boolean due(StoredRule rule, Instant now) {
    Instant last = rule.sampling().at();
    return rule.rule().source() instanceof RuleSource.Query query
        && (last == null || !last.plus(query.every()).isAfter(now));
  }

  private void ask(AlertRule rule, Instant now) {
    RuleSource.Query query = (RuleSource.Query) rule.source();
    try {
      List<Map<String, Object>> rows = queries.run(query.sql(), LONGEST, MOST_ROWS);
      List<MetricEvent> events = QueryRows.events(rule.metric(), rows, now);
      store.<Boolean, RuntimeException>write(transaction -> {
        RuleLedger.sampled(transaction.connection(), rule.id(), null, now);
        if (!events.isEmpty()) {
          transaction.append(AlertEventTypes.METRICS, rule.id(), MetricEntries.present(events));
        }
        return true;
      });
    } catch (RuntimeException failed) { // the question is somebody's own: it must not stop others
      String error = String.valueOf(failed.getMessage());
      store.<Boolean, RuntimeException>write(transaction -> {
        RuleLedger.sampled(transaction.connection(), rule.id(), error, now);
        transaction.append(AlertEventTypes.QUERY_FAILED, rule.id(), Map.of("error", error));
        return true;
      });
    }
  }
}
