package dev.tributary.nl2sql.internal.catalog;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.DataTable.ForeignKey;
import dev.tributary.nl2sql.internal.words.Stems;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads everything there is to know about a database: its tables and the texts stored in them. */
public final class Survey {
  private static final System.Logger LOG = System.getLogger(Survey.class.getName());
  private static final int VALID_SECONDS = 5;

  private final Limits limits;
  private final Map<String, Dataset> datasets;
  private final boolean declaredOnly;
  private final Stems stems = new Stems();

  /**
   * Prepares a survey.
   *
   * @param limits how closely to look
   * @param datasets what was declared about tables, by their name in lower case
   * @param declaredOnly whether to look at nothing else
   */
  public Survey(Limits limits, Map<String, Dataset> datasets, boolean declaredOnly) {
    this.limits = limits;
    this.declaredOnly = declaredOnly;
    this.datasets = Map.copyOf(datasets);
  }

  /**
   * Looks at all tables.
   *
   * @param connection to the database; it is only read
   * @param at the time to note
   * @return what there is
   * @throws SQLException if the database refuses
   */
  public Surveyed of(Connection connection, Instant at) throws SQLException {
    Quoting quoting = Quoting.of(connection);
    List<RawTable> readable = new ArrayList<>();
    Map<String, Map<String, ColumnLook>> looks = new LinkedHashMap<>();
    Map<String, Long> rows = new HashMap<>();
    for (RawTable table : wanted(new Declarations(connection).tables())) {
      try {
        TableLook look = new TableLook(connection, quoting, limits, table);
        looks.put(table.name(), look.columns());
        rows.put(table.name(), look.rows());
        readable.add(table);
      } catch (SQLException refused) {
        passOver(table, connection, refused);
      }
    }
    List<RawTable> raw =
        readable.stream().map(table -> table.with(sound(table, readable))).toList();
    Map<String, List<ForeignKey>> inferred =
        new InferredKeys(connection, quoting, raw, looks, rows, limits.tombstones()).find();
    List<DataTable> tables = new ArrayList<>();
    ValueIndex values = new ValueIndex(stems);
    for (RawTable table : raw) {
      Map<String, ColumnLook> look = Objects.requireNonNull(looks.get(table.name()));
      tables.add(
          table(
              table,
              look,
              rows.getOrDefault(table.name(), -1L),
              keys(table, inferred.getOrDefault(table.name(), List.of()))));
      look.forEach((column, found) ->
          found.texts().forEach(text -> values.add(new StoredValue(table.name(), column, text))));
    }
    return new Surveyed(new DataSchema(tables, version(tables), at), values);
  }

  private List<RawTable> wanted(List<RawTable> all) {
    return declaredOnly
        ? all.stream().flatMap(table -> DatasetView.of(table, datasets).stream()).toList()
        : all;
  }

  /** Tables may be listed for users who may not read them; the others can be asked about. */
  private static void passOver(RawTable table, Connection connection, SQLException refused)
      throws SQLException {
    if (!connection.getAutoCommit() || !connection.isValid(VALID_SECONDS)) {
      throw refused;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "table {0} cannot be looked at, so nobody can ask about it: {1}",
        table.name(),
        refused.getMessage());
  }

  /** Keys whose target the database leaves open point at the primary key; dangling ones go. */
  private static List<ForeignKey> sound(RawTable table, List<RawTable> all) {
    List<ForeignKey> keys = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      all.stream()
          .filter(to -> to.name().equalsIgnoreCase(key.table()))
          .findFirst()
          .map(to -> resolved(key, to))
          .ifPresent(keys::add);
    }
    return keys;
  }

  private static List<ForeignKey> keys(RawTable table, List<ForeignKey> inferred) {
    List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
    keys.addAll(inferred);
    return keys;
  }

  private static @Nullable ForeignKey resolved(ForeignKey key, RawTable to) {
    List<String> targets = key.targets().contains("") ? to.primaryKey() : key.targets();
    List<String> exact = new ArrayList<>();
    for (String target : targets) {
      to.columns().stream()
          .map(RawColumn::name)
          .filter(name -> name.equalsIgnoreCase(target))
          .forEach(exact::add);
    }
    return exact.size() == key.columns().size()
        ? new ForeignKey(key.columns(), to.name(), exact, true)
        : null;
  }

  private DataTable table(
      RawTable raw, Map<String, ColumnLook> looks, long rows, List<ForeignKey> keys) {
    Declared declared = new Declared(datasets.get(raw.name().toLowerCase(Locale.ROOT)));
    List<DataColumn> columns = new ArrayList<>();
    for (RawColumn column : raw.columns()) {
      ColumnLook look = Objects.requireNonNull(looks.get(column.name()));
      columns.add(
          new DataColumn(
              column.name(),
              declared.kind(column.name(), look.kind()),
              column.type(),
              declared.description(column.name(), column.comment()),
              declared.unit(column.name()),
              declared.synonyms(column.name()),
              look.profile()));
    }
    return new DataTable(
        raw.name(),
        declared.description(raw.comment()),
        declared.synonyms(),
        columns,
        raw.primaryKey(),
        keys,
        rows);
  }

  private static String version(List<DataTable> tables) {
    return UUID.nameUUIDFromBytes(tables.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
