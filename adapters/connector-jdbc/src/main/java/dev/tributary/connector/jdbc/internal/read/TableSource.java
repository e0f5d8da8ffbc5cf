package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceColumn;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.api.settings.NearestName;
import dev.tributary.connector.jdbc.internal.catalog.Catalog;
import dev.tributary.connector.jdbc.internal.catalog.CursorRanking;
import dev.tributary.connector.jdbc.internal.catalog.Table;
import dev.tributary.connector.jdbc.internal.catalog.TableColumn;
import dev.tributary.connector.jdbc.internal.connection.Database;
import dev.tributary.connector.jdbc.internal.connection.Lease;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;
import dev.tributary.connector.jdbc.internal.settings.TableConfig;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The tables of a database as streams. Thread-safe. */
public final class TableSource {
  private final Database database;
  private final Catalog catalog;
  private final Dialect dialect;
  private final TableConfig config;
  private final AtomicReference<@Nullable SourceSchema> lastSchema = new AtomicReference<>();

  /**
   * Makes a source of tables.
   *
   * @param database where they are
   * @param catalog describes them
   * @param dialect the engine's dialect
   * @param config what to read of them
   */
  public TableSource(Database database, Catalog catalog, Dialect dialect, TableConfig config) {
    this.database = database;
    this.catalog = catalog;
    this.dialect = dialect;
    this.config = config;
  }

  /**
   * Connects and looks up what is configured.
   *
   * @return what was found, in words
   */
  public String check() {
    try (Lease lease = database.borrow()) {
      List<String> tables = streamNames(lease);
      for (String name : config.table() == null ? List.<String>of() : tables) {
        Table table = table(lease, name);
        key(table);
        cursor(table, ReadMode.FULL);
      }
      return database.place() + ": " + tables.size() + " table(s) can be read";
    } catch (SQLException failed) {
      throw database.failure(failed, "read the catalog");
    }
  }

  /**
   * Describes every table and view, or the one that is configured.
   *
   * @return the streams
   */
  public List<SourceStream> discover() {
    try (Lease lease = database.borrow()) {
      List<SourceStream> streams = new ArrayList<>();
      for (String name : streamNames(lease)) {
        Table table = table(lease, name);
        streams.add(new SourceStream(name, schema(table), CursorRanking.of(table)));
      }
      return List.copyOf(streams);
    } catch (SQLException failed) {
      throw database.failure(failed, "read the catalog");
    }
  }

  /**
   * Begins to read a table. Nothing is touched before the first batch is asked for.
   *
   * @param request what to read
   * @return the reader
   */
  public BatchReader read(ReadRequest request) {
    String only = config.table();
    if (only != null && !only.equals(request.stream())) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "there is no stream '"
              + request.stream()
              + "'; the setting table allows '"
              + only
              + "' alone");
    }
    return new TableReader(
        database, request.stream(), () -> open(request), request.maxRows(), request.maxBytes());
  }

  private OpenTable open(ReadRequest request) throws SQLException {
    Lease lease = database.borrow();
    try {
      Table table = table(lease, request.stream());
      lease.endTransaction();
      Ordering ordering = Ordering.of(table, dialect, cursor(table, request.mode()));
      Selection selection = new Selection(dialect, table);
      Rows rows = new Rows(dialect, table, positionKey(table, ordering));
      Passes passes = passes(request, selection, ordering);
      return new OpenTable(
          lease, dialect, keptSchema(table), selection, rows, passes, config.fetchRows());
    } catch (SQLException | RuntimeException failed) {
      lease.discard();
      lease.close();
      throw failed;
    }
  }

  private Passes passes(ReadRequest request, Selection selection, Ordering ordering) {
    State stored =
        request
            .checkpoints()
            .state(Checkpoints.WHOLE)
            .map(text -> State.decode(text, ordering))
            .orElse(null);
    TableColumn cursor = ordering.cursor();
    if (cursor == null) {
      return new FullPasses(selection, ordering, stored);
    }
    CursorLine line = new CursorLine(dialect, cursor, config.overlap());
    return new IncrementalPasses(selection, dialect, ordering, line, stored);
  }

  /** The cursor to read by: none in a full reading, where it is only looked up. */
  private @Nullable TableColumn cursor(Table table, ReadMode mode) {
    String name = config.cursor();
    if (name == null) {
      if (mode == ReadMode.FULL) {
        return null;
      }
      throw new ConnectorException(
          ConnectorError.MISSING,
          "table '"
              + table.name()
              + "' cannot be read incrementally without a cursor; set cursor to one of "
              + CursorRanking.of(table));
    }
    TableColumn cursor = column(table, name, "cursor");
    if (!dialect.comparable(cursor)) {
      throw new ConnectorException(
          ConnectorError.MISSING,
          "column '"
              + name
              + "' of table '"
              + table.name()
              + "' is of type "
              + cursor.declared()
              + ", whose values cannot be compared exactly; set cursor to one of "
              + CursorRanking.of(table));
    }
    return mode == ReadMode.FULL ? null : cursor;
  }

  private List<TableColumn> key(Table table) {
    List<String> names = config.key().isEmpty() ? table.primaryKey() : config.key();
    return names.stream().map(name -> column(table, name, "key")).toList();
  }

  /** What rows are named by: the key if one is known, else what gives them their places. */
  private List<TableColumn> positionKey(Table table, Ordering ordering) {
    List<TableColumn> key = key(table);
    if (!key.isEmpty()) {
      return key;
    }
    return ordering.unique() ? table.orderingKey(dialect::comparable) : List.of();
  }

  private Table table(Lease lease, String name) throws SQLException {
    lease.begin();
    String schema = schemaName();
    return catalog
        .table(lease.connection(), schema, name)
        .orElseThrow(
            () -> missing("table", name, database.place() + at(schema), known(lease, schema)));
  }

  private Collection<String> known(Lease lease, String schema) {
    try {
      return catalog.tables(lease.connection(), schema);
    } catch (SQLException failed) {
      throw database.failure(failed, "read the catalog");
    }
  }

  private List<String> streamNames(Lease lease) throws SQLException {
    lease.begin();
    String only = config.table();
    return only == null ? catalog.tables(lease.connection(), schemaName()) : List.of(only);
  }

  private SourceSchema keptSchema(Table table) {
    SourceSchema schema = schema(table);
    SourceSchema last = lastSchema.get();
    if (last != null && last.equals(schema)) {
      return last;
    }
    lastSchema.set(schema);
    return schema;
  }

  private SourceSchema schema(Table table) {
    return SourceSchema.of(
        table.columns().stream()
            .map(column -> new SourceColumn(column.name(), column.type()))
            .toList(),
        key(table).stream().map(TableColumn::name).toList());
  }

  private String schemaName() {
    String schema = config.schema();
    return schema == null ? database.usualSchema() : schema;
  }

  private static TableColumn column(Table table, String name, String setting) {
    return table
        .column(name)
        .orElseThrow(() ->
            missing(
                "column",
                name,
                "table '" + table.name() + "' (setting " + setting + ")",
                table.columns().stream().map(TableColumn::name).toList()));
  }

  private static String at(String schema) {
    return schema.isEmpty() ? "" : " schema '" + schema + "'";
  }

  private static ConnectorException missing(
      String what, String name, String place, Collection<String> known) {
    String remedy =
        NearestName.of(name, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("check its spelling, and that the user may read it");
    return new ConnectorException(
        ConnectorError.MISSING,
        "there is no " + what + " '" + name + "' in " + place + "; " + remedy);
  }
}
