package dev.tributary.core.internal.dataset;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.text.Json;
import dev.tributary.core.internal.text.UtcText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The versions of datasets, and their tables. Stateless. */
public final class SchemaRegistry {
  private static final String NEWEST =
      "SELECT table_name, version, columns, details FROM schema_registry s"
          + " WHERE table_name NOT LIKE 'source:%' AND version ="
          + " (SELECT MAX(version) FROM schema_registry t WHERE t.table_name = s.table_name)";

  private final DatasetJson json;
  private final DatasetTable table;

  /**
   * Makes a registry.
   *
   * @param dialect the engine's SQL
   * @param json writes and reads columns
   */
  public SchemaRegistry(Dialect dialect, Json json) {
    this.json = new DatasetJson(json);
    this.table = new DatasetTable(dialect);
  }

  /**
   * Lists the datasets.
   *
   * @param handle any handle
   * @return the newest version of each
   */
  public List<Version> list(Handle handle) {
    return handle
        .select(NEWEST + " ORDER BY table_name")
        .map((row, context) -> version(row))
        .list();
  }

  /**
   * Creates or widens a dataset's table and records the new version.
   *
   * @param handle the handle of a transaction, with the schema locked
   * @param declared the dataset as declared
   * @param at the present
   * @return what was done
   * @throws SQLException if the database refuses
   */
  public Change ensure(Handle handle, Dataset declared, Instant at) throws SQLException {
    Optional<Version> stored = find(handle, declared.name());
    Dataset wanted =
        stored.map(version -> DatasetMerge.of(declared, version.dataset())).orElse(declared);
    if (stored.isPresent() && stored.get().dataset().equals(wanted)) {
      return new Change(stored.get(), List.of(), false);
    }
    table.bring(handle.getConnection(), wanted);
    Version version = new Version(wanted, stored.map(Version::number).orElse(0) + 1);
    insert(handle, version, at);
    return new Change(version, added(wanted, stored), true);
  }

  private static List<String> added(Dataset wanted, Optional<Version> stored) {
    return wanted.columns().stream()
        .map(Column::name)
        .filter(name -> stored.flatMap(version -> version.dataset().column(name)).isEmpty())
        .toList();
  }

  private Optional<Version> find(Handle handle, String name) {
    return handle
        .select(NEWEST + " AND table_name = ?", name)
        .map((row, context) -> version(row))
        .findOne();
  }

  private void insert(Handle handle, Version version, Instant at) {
    handle.execute(
        "INSERT INTO schema_registry (table_name, version, columns, details, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        version.dataset().name(),
        version.number(),
        json.columns(version.dataset()),
        json.details(version.dataset()),
        UtcText.of(at));
  }

  private Version version(ResultSet row) throws SQLException {
    return new Version(
        json.read(row.getString("table_name"), row.getString("columns"), row.getString("details")),
        row.getInt("version"));
  }

  /**
   * A version of a dataset.
   *
   * @param dataset what it looks like
   * @param number counts from 1
   */
  public record Version(Dataset dataset, int number) {}

  /**
   * What became of a declaration.
   *
   * @param version the version that holds now
   * @param added the columns that are new
   * @param made whether the version is new
   */
  public record Change(Version version, List<String> added, boolean made) {}
}
