package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.Anomaly;
import dev.tributary.api.alert.ExpectedRange;
import dev.tributary.api.alert.Judgement;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What detectors found. Stateless. */
public final class AnomalyLedger {
  private AnomalyLedger() {}

  /**
   * Adds an anomaly.
   *
   * @param connection the connection of a transaction
   * @param anomaly the anomaly
   */
  public static void add(Connection connection, Anomaly anomaly) {
    Judgement judgement = anomaly.judgement();
    double deviation = judgement.deviation();
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO anomaly_history (id, fingerprint, rule_id, labels, at, score, observed,"
                + " expected_low, expected_high, direction, aspect, summary) VALUES (:id, :alert,"
                + " :rule, :labels, :at, :score, :observed, :low, :high, :direction, :aspect,"
                + " :summary)")
        .bind("id", anomaly.id())
        .bind("alert", anomaly.alert().fingerprint())
        .bind("rule", anomaly.alert().rule())
        .bind("labels", Json.text(anomaly.alert().labels()))
        .bind("at", StoreTime.text(anomaly.at()))
        .bind("score", judgement.score())
        .bind("observed", Columns.number(judgement.observed()))
        .bind("low", Columns.number(judgement.expected().low()))
        .bind("high", Columns.number(judgement.expected().high()))
        .bind("direction", deviation > 0 ? "above" : deviation < 0 ? "below" : "within")
        .bind("aspect", judgement.aspect())
        .bind("summary", judgement.summary())
        .execute();
  }

  /**
   * Lists anomalies, newest first.
   *
   * @param connection any connection
   * @param rule only of this rule; null for all
   * @param limit the most to list
   * @return the anomalies
   */
  public static List<Anomaly> list(Connection connection, @Nullable String rule, int limit) {
    var query =
        Jdbi.open(connection)
            .createQuery(
                "SELECT * FROM anomaly_history"
                    + (rule == null ? "" : " WHERE rule_id = :rule")
                    + " ORDER BY id DESC LIMIT "
                    + limit);
    return (rule == null ? query : query.bind("rule", rule)).map(AnomalyLedger::anomaly).list();
  }

  /**
   * The anomalies of a stretch of time.
   *
   * @param connection any connection
   * @param from from when on
   * @param until up to when
   * @return the anomalies in order of time
   */
  public static List<Anomaly> between(Connection connection, Instant from, Instant until) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT * FROM anomaly_history WHERE at >= :from AND at < :until ORDER BY at, id")
        .bind("from", StoreTime.text(from))
        .bind("until", StoreTime.text(until))
        .map(AnomalyLedger::anomaly)
        .list();
  }

  private static Anomaly anomaly(ResultSet row, StatementContext context) throws SQLException {
    double low = Columns.number(row, "expected_low");
    double high = Columns.number(row, "expected_high");
    ExpectedRange expected =
        new ExpectedRange(
            Double.isNaN(low) ? Double.NEGATIVE_INFINITY : low,
            Double.isNaN(high) ? Double.POSITIVE_INFINITY : high);
    return new Anomaly(
        row.getLong("id"),
        new AlertKey(row.getString("rule_id"), Json.labels(row.getString("labels"))),
        Columns.requiredTime(row, "at"),
        new Judgement(
            row.getDouble("score"),
            true,
            row.getString("aspect"),
            Columns.number(row, "observed"),
            expected));
  }
}
