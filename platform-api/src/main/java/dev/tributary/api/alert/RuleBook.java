package dev.tributary.api.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules. What is changed here takes effect with the next entry of the log. Thread-safe. */
public interface RuleBook {

  /**
   * Lists the rules.
   *
   * @return the rules by id
   */
  List<StoredRule> list();

  /**
   * Finds a rule.
   *
   * @param id its id
   * @return the rule, if there is one
   */
  Optional<StoredRule> find(String id);

  /**
   * Reads a rule without setting it.
   *
   * @param declaration the rule as a configuration would declare it
   * @return the rule
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong with it
   */
  AlertRule read(Map<String, ?> declaration);

  /**
   * Writes a rule as {@link #read} reads it.
   *
   * @param rule the rule
   * @return texts, numbers, truth values, lists and maps of these
   */
  Map<String, Object> declaration(AlertRule rule);

  /**
   * Makes a rule, or replaces the one of the same id. Alerts go on if the new rule judges like the
   * old one; else they end, and it begins anew.
   *
   * @param rule the rule
   * @param enabled whether it is evaluated
   * @return the rule as it is stored
   */
  StoredRule set(AlertRule rule, boolean enabled);

  /**
   * Removes a rule and ends its alerts. Its history stays. One that the configuration declares
   * comes back with the next start.
   *
   * @param id its id
   * @return false if there is none
   */
  boolean remove(String id);

  /**
   * What became of the events of a rule since it began, those that came too late included.
   *
   * @param id its id
   * @return the counts; empty if this worker does not evaluate it
   */
  Optional<EventCounts> counts(String id);

  /**
   * Tries a rule on the log: what it would have done, had it been there.
   *
   * @param rule the rule
   * @param from from when on
   * @param until up to when
   * @return what it would have done
   */
  Trial backtest(AlertRule rule, Instant from, Instant until);
}
