package dev.tributary.ingest;

import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.event.Event;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.ingest.Run;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreConfig;
import dev.tributary.ingest.config.DataCenterConfig;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.SourceConfig;
import dev.tributary.testkit.FakeConnectorFactory;
import dev.tributary.testkit.FakeSource;
import dev.tributary.testkit.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One fake source of one data center, collected into a SQLite store. */
final class Collecting implements AutoCloseable {
  static final Dataset PEOPLE =
      Dataset.builder("people")
          .column(Column.of("id", ColumnType.INTEGER))
          .column(Column.of("name", ColumnType.TEXT))
          .column(Column.of("amount", ColumnType.DECIMAL))
          .column(Column.of("seen_at", ColumnType.TIMESTAMP))
          .key(List.of("id"))
          .eventTime("seen_at")
          .build();
  static final SourceSchema SCHEMA =
      SourceSchema.ofTexts(List.of("id", "name", "amount", "seen_at"));

  final TestClock clock = TestClock.stepping(TestClock.EPOCH, Duration.ofMillis(1));
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  final Path folder;
  FakeSource source = FakeSource.of("people", SCHEMA);
  UnaryOperator<SourceConfig.Builder> change;
  CentralStore store;
  Ingest ingest;

  Collecting(Path folder) {
    this(folder, builder -> builder);
  }

  Collecting(Path folder, UnaryOperator<SourceConfig.Builder> change) {
    this.folder = folder;
    this.change = change;
    this.store = CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), clock);
    reopen();
  }

  /** Another process takes over: nothing but the store survives. */
  void reopen() {
    SourceConfig.Builder builder =
        SourceConfig.builder("s1", "fra", "fake", "people")
            .every(Duration.ofSeconds(10))
            .batch(3, 1 << 20);
    IngestConfig config =
        IngestConfig.builder(folder.resolve("data"))
            .datasets(List.of(PEOPLE))
            .dataCenter(new DataCenterConfig("fra", "Frankfurt"))
            .source(change.apply(builder).build())
            .build();
    ingest =
        Ingest.builder(store, config)
            .connector(FakeConnectorFactory.of(source))
            .connector(new LinesFactory())
            .clock(clock)
            .metrics(metrics)
            .build();
  }

  Run collect() {
    return ingest.sources().collect("s1");
  }

  long person(Object id, String name, Object amount) {
    return source.add(id, name, amount, "2026-01-01T00:00:00Z");
  }

  List<QuarantinedRow> quarantined() {
    return ingest.quarantine().list(new QuarantineQuery("s1", null, 1000, null)).items();
  }

  List<Event> events(String type) {
    List<Event> found = new ArrayList<>();
    long last = 0;
    while (true) {
      List<Event> slice = store.events().read(last, 1000).events();
      if (slice.isEmpty()) {
        return found;
      }
      slice.stream().filter(event -> event.type().equals(type)).forEach(found::add);
      last = slice.getLast().id();
    }
  }

  /** Waits until an event of a type about a job is in the log. */
  Event awaitEvent(String type, String jobId) throws InterruptedException {
    long last = 0;
    while (true) {
      for (Event event : store.events().read(last, 1000).events()) {
        last = event.id();
        if (event.type().equals(type) && jobId.equals(event.data().get("job_id"))) {
          return event;
        }
      }
      if (!store.events().await(last, Duration.ofSeconds(20))) {
        throw new AssertionError("no event " + type + " about " + jobId);
      }
    }
  }

  /** Name by id of the rows that are not deleted. */
  Map<Long, String> stored() {
    Map<Long, String> rows = new TreeMap<>();
    query(
        "SELECT id, name FROM people WHERE deleted_at IS NULL",
        row -> rows.put(row.getLong(1), row.getString(2)));
    return rows;
  }

  interface RowSink {
    Object take(ResultSet row) throws java.sql.SQLException;
  }

  void query(String sql, RowSink sink) {
    store.<Boolean, RuntimeException>read(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          sink.take(rows);
        }
        return true;
      }
    });
  }

  void execute(String sql) {
    store.<Boolean, RuntimeException>write(transaction -> {
      try (Statement statement = transaction.connection().createStatement()) {
        return statement.execute(sql);
      }
    });
  }

  static Instant at(String text) {
    return Instant.parse(text);
  }

  @Override
  public void close() {
    ingest.close();
    store.close();
  }
}
