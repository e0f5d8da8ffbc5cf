package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.declare.RuleDeclaration;
import dev.tributary.alerts.internal.declare.RuleText;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.EventCounts;
import dev.tributary.api.alert.RuleBook;
import dev.tributary.api.alert.RuleOrigin;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.api.alert.Trial;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import dev.tributary.core.CentralStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rules in the store. Thread-safe. */
public final class StoredRules implements RuleBook {
  private static final SecretResolver NO_SECRETS =
      reference -> {
        throw new PlatformException(
            PlatformError.INVALID_REQUEST, "a rule refers to no secrets: " + reference);
      };

  private final CentralStore store;
  private final RuleChanges changes;
  private final LogTrial trial;
  private final Collection<String> detectors;
  private final Function<String, Optional<EventCounts>> counts;

  /**
   * Makes the book.
   *
   * @param store holds the rules
   * @param changes changes them
   * @param trial tries them
   * @param detectors the names of the detectors that there are
   * @param counts tells what became of a rule's events
   */
  public StoredRules(
      CentralStore store,
      RuleChanges changes,
      LogTrial trial,
      Collection<String> detectors,
      Function<String, Optional<EventCounts>> counts) {
    this.store = store;
    this.changes = changes;
    this.trial = trial;
    this.detectors = List.copyOf(detectors);
    this.counts = counts;
  }

  @Override
  public List<StoredRule> list() {
    return store.<List<StoredRule>, RuntimeException>read(RuleLedger::all);
  }

  @Override
  public Optional<StoredRule> find(String id) {
    return store.<Optional<StoredRule>, RuntimeException>read(
        connection -> RuleLedger.find(connection, id));
  }

  @Override
  public AlertRule read(Map<String, ?> declaration) {
    Settings settings = Settings.of("", declaration, NO_SECRETS);
    Optional<AlertRule> rule = RuleDeclaration.read(settings, detectors);
    settings.verify();
    return rule.orElseThrow(() -> new IllegalStateException("no fault was noted, yet no rule"));
  }

  @Override
  public Map<String, Object> declaration(AlertRule rule) {
    return RuleText.of(rule);
  }

  @Override
  public StoredRule set(AlertRule rule, boolean enabled) {
    read(RuleText.of(rule));
    store.<Boolean, RuntimeException>write(transaction -> {
      RuleOrigin origin =
          RuleLedger.find(transaction.connection(), rule.id())
              .map(StoredRule::origin)
              .orElse(RuleOrigin.API);
      changes.set(transaction, rule, origin, enabled);
      return true;
    });
    return find(rule.id()).orElseThrow();
  }

  @Override
  public boolean remove(String id) {
    return store.<Boolean, RuntimeException>write(transaction -> changes.remove(transaction, id));
  }

  @Override
  public Optional<EventCounts> counts(String id) {
    return counts.apply(id);
  }

  @Override
  public Trial backtest(AlertRule rule, Instant from, Instant until) {
    return trial.of(rule, from, until);
  }
}
