package dev.tributary.alerts.internal.view;

import dev.tributary.alerts.internal.declare.RuleText;
import dev.tributary.alerts.internal.ledger.RuleLedger;
import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.RuleOrigin;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTransaction;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes rules, and says so in the log, where evaluation learns of it. Thread-safe. */
public final class RuleChanges {
  private final CentralStore store;
  private final InstantSource clock;

  /**
   * Makes the one place that changes rules.
   *
   * @param store holds them
   * @param clock the present
   */
  public RuleChanges(CentralStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Brings what is stored in line with what a configuration, or the platform, declares. A rule that
   * is declared as before stays as it is, switched off if somebody switched it off.
   *
   * @param declared the rules
   * @param origin who declares them
   */
  public void align(Collection<AlertRule> declared, RuleOrigin origin) {
    store.<Boolean, RuntimeException>write(transaction -> {
      Map<String, StoredRule> stored =
          RuleLedger.all(transaction.connection()).stream()
              .collect(Collectors.toMap(rule -> rule.rule().id(), Function.identity()));
      Set<String> ids = declared.stream().map(AlertRule::id).collect(Collectors.toSet());
      stored.values().stream()
          .filter(rule -> rule.origin() == origin && !ids.contains(rule.rule().id()))
          .forEach(rule -> remove(transaction, rule.rule().id()));
      declared.stream()
          .filter(rule -> !same(stored.get(rule.id()), rule, origin))
          .forEach(rule -> set(transaction, rule, origin, true));
      return true;
    });
  }

  private static boolean same(@Nullable StoredRule stored, AlertRule rule, RuleOrigin origin) {
    return stored != null
        && stored.origin() == origin
        && RuleText.of(stored.rule()).equals(RuleText.of(rule));
  }

  void set(StoreTransaction transaction, AlertRule rule, RuleOrigin origin, boolean enabled) {
    RuleLedger.set(transaction.connection(), rule, origin, enabled, clock.instant());
    transaction.append(
        AlertEventTypes.RULE_SET, rule.id(), Map.of("rule", RuleText.of(rule), "enabled", enabled));
  }

  boolean remove(StoreTransaction transaction, String id) {
    boolean removed = RuleLedger.remove(transaction.connection(), id);
    if (removed) {
      transaction.append(AlertEventTypes.RULE_REMOVED, id, Map.of());
    }
    return removed;
  }
}
