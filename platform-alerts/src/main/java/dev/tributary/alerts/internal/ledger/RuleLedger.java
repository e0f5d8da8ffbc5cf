package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.declare.RuleDeclaration;
import dev.tributary.alerts.internal.declare.RuleText;
import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.RuleOrigin;
import dev.tributary.api.alert.StoredRule;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rules as they were last set. Stateless. */
public final class RuleLedger {
  private RuleLedger() {}

  /**
   * Reads all rules.
   *
   * @param connection any connection
   * @return the rules by id; without those that this version no longer understands
   */
  public static List<StoredRule> all(Connection connection) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_rules ORDER BY id")
        .map(RuleLedger::rule)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Finds a rule.
   *
   * @param connection any connection
   * @param id its id
   * @return the rule, if there is one
   */
  public static Optional<StoredRule> find(Connection connection, String id) {
    return Jdbi.open(connection)
        .createQuery("SELECT * FROM alert_rules WHERE id = :id")
        .bind("id", id)
        .map(RuleLedger::rule)
        .findOne()
        .flatMap(rule -> rule);
  }

  /**
   * Sets a rule.
   *
   * @param connection the connection of a transaction
   * @param rule the rule
   * @param origin who declared it
   * @param enabled whether it is to be evaluated
   * @param now the present
   */
  public static void set(
      Connection connection, AlertRule rule, RuleOrigin origin, boolean enabled, Instant now) {
    String declaration = Json.text(RuleText.of(rule));
    boolean known =
        Jdbi.open(connection)
                .createUpdate(
                    "UPDATE alert_rules SET declaration = :declaration, origin = :origin,"
                        + " enabled = :enabled, version = version + 1, updated_at = :now,"
                        + " failures = 0, last_error = NULL WHERE id = :id")
                .bind("declaration", declaration)
                .bind("origin", Columns.word(origin))
                .bind("enabled", enabled ? 1 : 0)
                .bind("now", StoreTime.text(now))
                .bind("id", rule.id())
                .execute()
            == 1;
    if (!known) {
      Jdbi.open(connection)
          .createUpdate(
              "INSERT INTO alert_rules (id, declaration, origin, enabled, version, created_at,"
                  + " updated_at) VALUES (:id, :declaration, :origin, :enabled, 1, :now, :now)")
          .bind("id", rule.id())
          .bind("declaration", declaration)
          .bind("origin", Columns.word(origin))
          .bind("enabled", enabled ? 1 : 0)
          .bind("now", StoreTime.text(now))
          .execute();
    }
  }

  /**
   * Removes a rule.
   *
   * @param connection the connection of a transaction
   * @param id its id
   * @return false if there is none
   */
  public static boolean remove(Connection connection, String id) {
    return Jdbi.open(connection)
            .createUpdate("DELETE FROM alert_rules WHERE id = :id")
            .bind("id", id)
            .execute()
        == 1;
  }

  /**
   * Notes how the question of a rule went.
   *
   * @param connection the connection of a transaction
   * @param id the rule
   * @param error what went wrong; null if nothing did
   * @param now the present
   */
  public static void sampled(
      Connection connection, String id, @Nullable String error, Instant now) {
    Jdbi.open(connection)
        .createUpdate(
            "UPDATE alert_rules SET sampled_at = :now, last_error = :error, failures = "
                + (error == null ? "0" : "failures + 1")
                + " WHERE id = :id")
        .bind("now", StoreTime.text(now))
        .bind("error", error)
        .bind("id", id)
        .execute();
  }

  private static Optional<StoredRule> rule(ResultSet row, StatementContext context)
      throws SQLException {
    Optional<AlertRule> rule = RuleDeclaration.stored(Json.object(row.getString("declaration")));
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    StoredRule.Sampling sampling =
        new StoredRule.Sampling(
            Columns.time(row, "sampled_at"), row.getInt("failures"), row.getString("last_error"));
    return Optional.of(
        new StoredRule(
            rule.get(),
            Columns.word(row, "origin", RuleOrigin.class),
            row.getInt("enabled") != 0,
            row.getLong("version"),
            Columns.requiredTime(row, "created_at"),
            Columns.requiredTime(row, "updated_at"),
            sampling));
  }
}
