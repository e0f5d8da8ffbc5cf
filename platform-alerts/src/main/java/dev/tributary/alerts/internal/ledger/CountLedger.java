package dev.tributary.alerts.internal.ledger;

import dev.tributary.api.alert.Severity;
import java.sql.Connection;
import org.jdbi.v3.core.Jdbi;

/** How many there are. Stateless. */
public final class CountLedger {
  private CountLedger() {}

  /**
   * The rules that are evaluated.
   *
   * @param connection any connection
   * @return how many
   */
  public static int rules(Connection connection) {
    return count(connection, "alert_rules WHERE enabled = 1");
  }

  /**
   * The alerts that are on.
   *
   * @param connection any connection
   * @return how many
   */
  public static int active(Connection connection) {
    return count(connection, "alert_states WHERE state IN ('firing', 'recovering')");
  }

  /**
   * The alerts of a severity that are on.
   *
   * @param connection any connection
   * @param severity the severity
   * @return how many
   */
  public static int firing(Connection connection, Severity severity) {
    return Jdbi.open(connection)
        .createQuery(
            "SELECT COUNT(*) FROM alert_states WHERE state IN ('firing', 'recovering')"
                + " AND severity = :severity")
        .bind("severity", Columns.word(severity))
        .mapTo(Integer.class)
        .one();
  }

  /**
   * The notifications that wait to be delivered.
   *
   * @param connection any connection
   * @return how many
   */
  public static int waiting(Connection connection) {
    return count(connection, "alert_notifications WHERE status = 'pending'");
  }

  /**
   * The notifications that could not be delivered.
   *
   * @param connection any connection
   * @return how many
   */
  public static int dead(Connection connection) {
    return count(connection, "alert_notifications WHERE status = 'dead'");
  }

  private static int count(Connection connection, String what) {
    return Jdbi.open(connection)
        .createQuery("SELECT COUNT(*) FROM " + what)
        .mapTo(Integer.class)
        .one();
  }
}
