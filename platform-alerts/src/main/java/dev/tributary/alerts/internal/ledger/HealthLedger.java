package dev.tributary.alerts.internal.ledger;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** How sources and data centers stand. Stateless. */
public final class HealthLedger {
  private HealthLedger() {}

  /**
   * A source.
   *
   * @param id its id
   * @param dataCenter its data center
   * @param freshness how old its data is, in a word
   * @param cause why, in a word
   */
  public record Source(String id, String dataCenter, String freshness, String cause) {}

  /**
   * Reads the sources.
   *
   * @param connection any connection
   * @return the sources that have a verdict
   */
  public static List<Source> sources(Connection connection) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT id, data_center_id, freshness, freshness_cause FROM sources"
                + " WHERE freshness IS NOT NULL ORDER BY id")
        .map((row, context) ->
            new Source(
                row.getString("id"),
                row.getString("data_center_id"),
                row.getString("freshness"),
                Objects.requireNonNullElse(row.getString("freshness_cause"), "none")))
        .list();
  }

  /**
   * Reads the data centers.
   *
   * @param connection any connection
   * @return their states, in a word, by id
   */
  public static Map<String, String> dataCenters(Connection connection) {
    Map<String, String> states = new TreeMap<>();
    Jdbi.open(connection)
        .createQuery("SELECT id, status FROM data_centers")
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("status")))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    return states;
  }
}
