package dev.tributary.ingest.internal.ledger;

import dev.tributary.core.StoreTime;
import dev.tributary.ingest.internal.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Versions of what sources look like, in the schema registry. Stateless. */
public final class SchemaLedger {
  private SchemaLedger() {}

  /**
   * A version.
   *
   * @param number its number, from 1
   * @param columns the columns as JSON
   * @param accepted whether rows of this shape are taken
   */
  public record Version(int number, String columns, boolean accepted) {}

  /**
   * All versions of a stream.
   *
   * @param connection a connection
   * @param table the registry's name of the stream
   * @return the versions, oldest first
   * @throws SQLException if the database refuses
   */
  public static List<Version> all(Connection connection, String table) throws SQLException {
    return Sql.list(
        connection,
        "SELECT version, columns, details FROM schema_registry WHERE table_name = ?"
            + " ORDER BY version",
        row ->
            new Version(
                row.getInt(1),
                row.getString(2),
                !Boolean.FALSE.equals(Json.object(row.getString(3)).get("accepted"))),
        table);
  }

  /**
   * Adds a version.
   *
   * @param connection the transaction's connection
   * @param table the registry's name of the stream
   * @param version the version
   * @param details what changed
   * @param at when
   * @throws SQLException if the database refuses
   */
  public static void add(
      Connection connection,
      String table,
      Version version,
      Map<String, @Nullable Object> details,
      Instant at)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO schema_registry (table_name, version, columns, details, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        table,
        version.number(),
        version.columns(),
        Json.text(details),
        StoreTime.text(at));
  }

  /**
   * Accepts every version of a source's streams.
   *
   * @param connection the transaction's connection
   * @param prefix what the registry's names of the streams begin with
   * @throws SQLException if the database refuses
   */
  public static void accept(Connection connection, String prefix) throws SQLException {
    Sql.update(
        connection,
        "UPDATE schema_registry SET details = REPLACE(details, '\"accepted\":false',"
            + " '\"accepted\":true') WHERE SUBSTR(table_name, 1, "
            + prefix.length()
            + ") = ?",
        prefix);
  }
}
