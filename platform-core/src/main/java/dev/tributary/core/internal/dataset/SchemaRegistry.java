package dev.tributary.core.internal.dataset;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.core.internal.dialect.Dialect;
import dev.tributary.core.internal.json.Json;
import dev.tributary.core.internal.time.UtcText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param connection any connection
   * @return the newest version of each
   * @throws SQLException if the database refuses
   */
  public List<Version> list(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEWEST + " ORDER BY table_name");
        ResultSet rows = select.executeQuery()) {
      List<Version> found = new ArrayList<>();
      while (rows.next()) {
        found.add(version(rows));
      }
      return found;
    }
  }

  /**
   * Creates or widens a dataset's table and records the new version.
   *
   * @param connection the connection of a transaction, with the schema locked
   * @param declared the dataset as declared
   * @param at the present
   * @return what was done
   * @throws SQLException if the database refuses
   */
  public Change ensure(Connection connection, Dataset declared, Instant at) throws SQLException {
    Optional<Version> stored = find(connection, declared.name());
    Dataset wanted =
        stored.map(version -> DatasetMerge.of(declared, version.dataset())).orElse(declared);
    if (stored.isPresent() && stored.get().dataset().equals(wanted)) {
      return new Change(stored.get(), List.of(), false);
    }
    table.bring(connection, wanted);
    Version version = new Version(wanted, stored.map(Version::number).orElse(0) + 1);
    insert(connection, version, at);
    return new Change(version, added(wanted, stored), true);
  }

  private static List<String> added(Dataset wanted, Optional<Version> stored) {
    return wanted.columns().stream()
        .map(Column::name)
        .filter(name -> stored.flatMap(version -> version.dataset().column(name)).isEmpty())
        .toList();
  }

  private Optional<Version> find(Connection connection, String name) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEWEST + " AND table_name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(version(rows)) : Optional.empty();
      }
    }
  }

  private void insert(Connection connection, Version version, Instant at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schema_registry (table_name, version, columns, details, created_at)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, version.dataset().name());
      insert.setInt(2, version.number());
      insert.setString(3, json.columns(version.dataset()));
      insert.setString(4, json.details(version.dataset()));
      insert.setString(5, UtcText.of(at));
      insert.executeUpdate();
    }
  }

  private Version version(ResultSet rows) throws SQLException {
    return new Version(
        json.read(rows.getString(1), rows.getString(3), rows.getString(4)), rows.getInt(2));
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
