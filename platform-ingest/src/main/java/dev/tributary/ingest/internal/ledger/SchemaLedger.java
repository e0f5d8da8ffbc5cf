package dev.tributary.ingest.internal.ledger;

import dev.tributary.ingest.internal.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
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
   * @param handle a handle
   * @param table the registry's name of the stream
   * @return the versions, oldest first
   */
  public static List<Version> all(Handle handle, String table) {
    return handle
        .createQuery(
            "SELECT version, columns, details FROM schema_registry WHERE table_name = :table"
                + " ORDER BY version")
        .bind("table", table)
        .map((row, context) ->
            new Version(
                row.getInt("version"),
                row.getString("columns"),
                !Boolean.FALSE.equals(Json.object(row.getString("details")).get("accepted"))))
        .list();
  }

  /**
   * Adds a version.
   *
   * @param handle the transaction's handle
   * @param table the registry's name of the stream
   * @param version the version
   * @param details what changed
   * @param at when
   */
  public static void add(
      Handle handle,
      String table,
      Version version,
      Map<String, @Nullable Object> details,
      Instant at) {
    handle
        .createUpdate(
            "INSERT INTO schema_registry (table_name, version, columns, details, created_at)"
                + " VALUES (:table, :version, :columns, :details, :at)")
        .bind("table", table)
        .bind("version", version.number())
        .bind("columns", version.columns())
        .bind("details", Json.text(details))
        .bind("at", at)
        .execute();
  }

  /**
   * Accepts every version of a source's streams.
   *
   * @param handle the transaction's handle
   * @param prefix what the registry's names of the streams begin with
   */
  public static void accept(Handle handle, String prefix) {
    handle
        .createUpdate(
            "UPDATE schema_registry SET details = REPLACE(details, :refused, :accepted)"
                + " WHERE SUBSTR(table_name, 1, :length) = :prefix")
        .bind("refused", "\"accepted\":false")
        .bind("accepted", "\"accepted\":true")
        .bind("length", prefix.length())
        .bind("prefix", prefix)
        .execute();
  }
}
