package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventSlice;
import dev.tributary.api.store.TableDescription;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a central store promises, whatever its engine. One store serves all tests. */
abstract class CentralStoreContract {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final AtomicLong TICKS = new AtomicLong();
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** Moves on by a millisecond each time it is looked at. */
  static InstantSource clock() {
    return () -> NOON.plusMillis(TICKS.incrementAndGet());
  }

  abstract CentralStore store();

  abstract StoreConfig config();

  /** Quotes a name as the engine does. */
  String quote(String name) {
    return '"' + name + '"';
  }

  @Nested
  class Guests {
    @Test
    void seeWhatIsStoredAndWriteNothing() throws SQLException {
      long events = store().events().lastId();
      try (Connection connection = store().guests().getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(connection.getAutoCommit()).isTrue();
        try (ResultSet rows =
            statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM event_log")) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getLong(1)).isEqualTo(events);
        }
        assertThatThrownBy(() -> statement.execute("DELETE FROM event_log"))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Nested
  class Writing {
    @Test
    void storesEverythingOrNothing() {
      long before = store().events().lastId();
      Dataset dataset = ensured();

      assertThatThrownBy(() ->
              store()
                  .write(transaction -> {
                    transaction.writer(dataset, lineage()).add(row("a", 1));
                    transaction.append("thing.happened", "s1", Map.of());
                    throw new IllegalStateException("on purpose");
                  }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("on purpose");

      assertThat(count(dataset)).isZero();
      assertThat(store().events().lastId()).isEqualTo(before + 1);
    }

    @Test
    void handsOutWhatTheWorkReturns() {
      assertThat(store().<Integer, RuntimeException>write(transaction -> 42)).isEqualTo(42);
    }

    @Test
    void letsExceptionsOfTheWorkThrough() {
      assertThatThrownBy(() ->
              store()
                  .write(transaction -> {
                    throw new java.io.IOException("mine");
                  }))
          .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void refusesAWriteInsideAWrite() {
      assertThatThrownBy(() -> store().write(outer -> store().write(inner -> "never")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("write inside a write");
    }

    @Test
    void translatesWhatTheDatabaseRefuses() {
      assertThatThrownBy(() -> store().write(transaction -> sql(transaction, "NO SUCH STATEMENT")))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("refused a statement");
    }
  }

  @Nested
  class Reading {
    @Test
    void seesWhatWasCommitted() {
      Dataset dataset = ensured();
      write(dataset, lineage(), row("a", 1));

      assertThat(count(dataset)).isEqualTo(1);
    }

    @Test
    void isRefusedEveryWriteByTheEngine() {
      Dataset dataset = ensured();
      String table = quote(dataset.name());

      for (String sql :
          List.of(
              "INSERT INTO event_sequence (name, last_id) VALUES ('x', 1)",
              "UPDATE event_sequence SET last_id = 0",
              "DELETE FROM event_sequence",
              "DROP TABLE " + table,
              "ALTER TABLE " + table + " ADD COLUMN more integer",
              "CREATE TABLE made_by_a_reader (id integer)")) {
        assertThatThrownBy(() -> store().read(connection -> execute(connection, sql)))
            .as(sql)
            .isInstanceOf(PlatformException.class)
            .extracting(failure -> ((PlatformException) failure).code())
            .isEqualTo(PlatformError.STORE_FULL);
      }
    }

    @Test
    void seesOneStateWhileOthersWrite() {
      Dataset dataset = ensured();

      List<Long> seen =
          store()
              .read(connection -> {
                long before = count(connection, dataset);
                onAnotherThread(() -> write(dataset, lineage(), row("a", 1)));
                return List.of(before, count(connection, dataset));
              });

      assertThat(seen).containsExactly(0L, 0L);
      assertThat(count(dataset)).isEqualTo(1);
    }
  }

  @Nested
  class DatasetRows {
    @Test
    void keepTheirValuesWhateverTheirType() {
      Dataset dataset = store().datasets().ensure(everyType());
      Object[] row = {
        "tab\t newline\n back\\slash \"quoted\" äöü 😀 ",
        Long.MIN_VALUE,
        new BigDecimal("-12345678901.2345"),
        0.1,
        true,
        LocalDate.parse("0999-12-31"),
        NOON
      };

      write(dataset, lineage(), row);
      WriteCounts again = write(dataset, lineage(), row.clone());

      assertThat(again).isEqualTo(new WriteCounts(0, 1));
      List<String> stored = texts(dataset, "t, n, d, f, b, day, at");
      assertThat(stored).hasSize(7);
      assertThat(stored.get(0)).isEqualTo(row[0]);
      assertThat(stored.get(1)).isEqualTo(String.valueOf(Long.MIN_VALUE));
      assertThat(Double.parseDouble(stored.get(2))).isEqualTo(-12345678901.2345);
      assertThat(Double.parseDouble(stored.get(3))).isEqualTo(0.1);
      assertThat(stored.get(4)).isIn("1", "t", "true");
      assertThat(stored.get(5)).isEqualTo("0999-12-31");
      assertThat(stored.get(6)).startsWith("2026-11-21").contains("12:00:00.123456");
    }

    @Test
    void mayBeEmptyButForTheKey() {
      Dataset dataset = store().datasets().ensure(everyType());

      write(dataset, lineage(), "k", null, null, null, null, null, null);
      WriteCounts again = write(dataset, lineage(), "k", null, null, null, null, null, null);

      assertThat(again).isEqualTo(new WriteCounts(0, 1));
      assertThat(texts(dataset, "n, at")).containsOnlyNulls();
      assertThatThrownBy(() -> write(dataset, lineage(), null, 1L, null, null, null, null, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("key column 't' is empty");
    }

    @Test
    void keepFirstSightAndTheRunOfTheLastChange() {
      Dataset dataset = ensured();
      write(dataset, lineage("r1", NOON), row("same", 1));
      write(dataset, lineage("r1", NOON), row("other", 1));

      WriteCounts same = write(dataset, lineage("r2", LATER), row("same", 1));
      WriteCounts changed = write(dataset, lineage("r2", LATER), row("other", 2));

      assertThat(same).isEqualTo(new WriteCounts(0, 1));
      assertThat(changed).isEqualTo(new WriteCounts(1, 0));
      assertThat(lineageOf(dataset, "same")).containsExactly("r1", "12:00:00", "12:00:00", null);
      assertThat(lineageOf(dataset, "other")).containsExactly("r2", "12:00:00", "12:01:00", null);
    }

    @Test
    void ofOneKeyEndWithTheLast() {
      Dataset dataset = ensured();

      WriteCounts counts =
          store()
              .write(transaction -> {
                DatasetWriter writer = transaction.writer(dataset, lineage());
                writer.add(row("a", 1));
                writer.add(row("b", 1));
                writer.add(row("a", 2));
                return writer.flush();
              });

      assertThat(counts).isEqualTo(new WriteCounts(2, 1));
      assertThat(texts(dataset, "v", "id = 'a'")).containsExactly("2");
    }

    @Test
    void ofTwoSourcesStandSideBySide() {
      Dataset dataset = ensured();

      write(dataset, RowLineage.of("s1", "dc1", "r1", NOON), row("a", 1));
      write(dataset, RowLineage.of("s2", "dc2", "r2", NOON), row("a", 2));

      assertThat(count(dataset)).isEqualTo(2);
    }

    @Test
    void tellTextsApartThatDifferInCaseOrTrailingBlanks() {
      Dataset dataset = ensured();

      WriteCounts counts =
          write(dataset, lineage(), row("a", 1), row("A", 1), row("a ", 1), row("ä", 1));

      assertThat(counts.stored()).isEqualTo(4);
      assertThat(count(dataset)).isEqualTo(4);
    }

    @Test
    void areStoredInPortionsOfAnySize() {
      Dataset dataset = ensured();

      WriteCounts counts = many(dataset, 20_011);
      WriteCounts again = many(dataset, 20_011);

      assertThat(counts).isEqualTo(new WriteCounts(20_011, 0));
      assertThat(again).isEqualTo(new WriteCounts(0, 20_011));
      assertThat(count(dataset)).isEqualTo(20_011);
    }

    @Test
    void areStoredWithoutAFlush() {
      Dataset dataset = ensured();

      store()
          .write(transaction -> {
            transaction.writer(dataset, lineage()).add(row("a", 1));
            return "done";
          });

      assertThat(count(dataset)).isEqualTo(1);
    }

    @Test
    void needOneValueForEachColumn() {
      Dataset dataset = ensured();

      assertThatThrownBy(() -> write(dataset, lineage(), "a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 columns, the row has 1");
    }

    private WriteCounts many(Dataset dataset, int rows) {
      return store()
          .write(transaction -> {
            DatasetWriter writer = transaction.writer(dataset, lineage());
            for (int index = 0; index < rows; index++) {
              writer.add(row("k" + index, index));
            }
            return writer.flush();
          });
    }
  }

  @Nested
  class FullPasses {
    @Test
    void markWhatTheyDidNotMeet() {
      Dataset dataset = ensured();
      write(dataset, pass(1, NOON), row("stays", 1), row("goes", 1));
      write(dataset, RowLineage.of("s2", "dc1", "r9", NOON), row("foreign", 1));

      WriteCounts second = write(dataset, pass(2, LATER), row("stays", 1));
      int marked = store().write(transaction -> transaction.tombstone(dataset, pass(2, LATER)));

      assertThat(second).isEqualTo(new WriteCounts(0, 1));
      assertThat(marked).isEqualTo(1);
      assertThat(lineageOf(dataset, "stays")).containsExactly("r1", "12:00:00", "12:00:00", null);
      assertThat(lineageOf(dataset, "goes"))
          .containsExactly("r2", "12:00:00", "12:01:00", "12:01:00");
      assertThat(lineageOf(dataset, "foreign").getLast()).isNull();
    }

    @Test
    void bringRowsBack() {
      Dataset dataset = ensured();
      write(dataset, pass(1, NOON), row("a", 1));
      store().write(transaction -> transaction.tombstone(dataset, pass(2, NOON)));

      WriteCounts back = write(dataset, pass(3, LATER), row("a", 1));

      assertThat(back).isEqualTo(new WriteCounts(1, 0));
      assertThat(lineageOf(dataset, "a")).containsExactly("r3", "12:00:00", "12:01:00", null);
    }

    @Test
    void countRowsStillWaitingInAWriterAsMet() {
      Dataset dataset = ensured();
      write(dataset, pass(1, NOON), row("a", 1));

      int marked =
          store()
              .write(transaction -> {
                transaction.writer(dataset, pass(2, LATER)).add(row("a", 1));
                return transaction.tombstone(dataset, pass(2, LATER));
              });

      assertThat(marked).isZero();
    }

    @Test
    void needAGeneration() {
      Dataset dataset = ensured();

      assertThatThrownBy(
              () -> store().write(transaction -> transaction.tombstone(dataset, lineage())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no generation");
    }

    private RowLineage pass(long generation, Instant at) {
      return new RowLineage("s1", "dc1", "r" + generation, at, generation);
    }
  }

  @Nested
  class DeclaredDatasets {
    @Test
    void getTheirTableOnce() {
      Dataset declared = simple();
      Dataset first = store().datasets().ensure(declared);
      long events = store().events().lastId();

      Dataset second = store().datasets().ensure(declared);

      assertThat(second).isEqualTo(first).isEqualTo(declared);
      assertThat(store().events().lastId()).isEqualTo(events);
      assertThat(store().datasets().find(declared.name())).contains(declared);
      assertThat(versions(declared)).isEqualTo(1);
    }

    @Test
    void areWidenedAndKeepTheirRows() {
      Dataset declared = ensured();
      write(declared, lineage(), row("a", 1));
      Dataset wider =
          declared.plus(
              List.of(
                  Column.builder("more", ColumnType.DECIMAL).indexed(true).unit("EUR").build()));

      Dataset now = store().datasets().ensure(wider);
      write(now, lineage(), "a", 1L, new BigDecimal("2.5"));

      assertThat(now).isEqualTo(wider);
      assertThat(count(now)).isEqualTo(1);
      assertThat(new BigDecimal(texts(now, "more").getFirst())).isEqualByComparingTo("2.5");
      assertThat(versions(declared)).isEqualTo(2);
      assertThat(newest().type()).isEqualTo(Datasets.DATASET_CHANGED);
      assertThat(newest().subject()).isEqualTo(declared.name());
      assertThat(newest().data()).containsEntry("added", List.of("more"));
    }

    @Test
    void keepColumnsThatADeclarationLacks() {
      Dataset wide =
          store().datasets().ensure(simple().plus(List.of(Column.of("more", ColumnType.TEXT))));
      Dataset narrow =
          Dataset.builder(wide.name())
              .column(Column.of("id", ColumnType.TEXT))
              .column(Column.of("v", ColumnType.INTEGER))
              .key(List.of("id"))
              .build();

      Dataset now = store().datasets().ensure(narrow);

      assertThat(now.columns()).extracting(Column::name).containsExactly("id", "v", "more");
    }

    @Test
    void refuseAnotherTypeOrKey() {
      Dataset stored = ensured();
      Dataset retyped =
          Dataset.builder(stored.name())
              .column(Column.of("id", ColumnType.TEXT))
              .column(Column.of("v", ColumnType.TEXT))
              .key(List.of("id"))
              .build();
      Dataset rekeyed =
          Dataset.builder(stored.name()).columns(stored.columns()).key(List.of("v")).build();

      assertThatThrownBy(() -> store().datasets().ensure(retyped))
          .hasMessageContaining("column 'v' of type INTEGER in the store")
          .extracting(failure -> ((PlatformException) failure).code())
          .isEqualTo(PlatformError.INVALID_CONFIGURATION);
      assertThatThrownBy(() -> store().datasets().ensure(rekeyed))
          .hasMessageContaining("has the key [id] in the store");
    }

    @Test
    void mayUseWordsThatSqlReserves() {
      Dataset dataset =
          store()
              .datasets()
              .ensure(
                  Dataset.builder("order")
                      .column(Column.builder("group", ColumnType.TEXT).indexed(true).build())
                      .column(Column.builder("select", ColumnType.TEXT).indexed(true).build())
                      .column(Column.of("pass", ColumnType.BOOLEAN))
                      .key(List.of("group"))
                      .build());

      assertThat(write(dataset, lineage(), "a", "b", true).stored()).isEqualTo(1);
      assertThat(write(dataset, lineage(), "a", "b", true).stored()).isZero();
    }

    @Test
    void mayHaveTheLongestNamesAndManyKeys() {
      String name = "n".repeat(48);
      Dataset.Builder dataset = Dataset.builder(name);
      List<String> key = new ArrayList<>();
      for (int index = 0; index < 4; index++) {
        String column = "c" + index + "x".repeat(61);
        key.add(column);
        dataset.column(Column.builder(column, ColumnType.TEXT).indexed(true).build());
      }

      Dataset now = store().datasets().ensure(dataset.key(key).build());

      assertThat(write(now, lineage(), "a", "b", "c", "d").stored()).isEqualTo(1);
    }

    @Test
    void areEnsuredByManyAtOnce() throws Exception {
      Dataset declared = simple();

      List<Dataset> all = atOnce(4, () -> store().datasets().ensure(declared));

      assertThat(all).containsOnly(declared);
      assertThat(versions(declared)).isEqualTo(1);
    }
  }

  @Nested
  class Events {
    @Test
    void areReadInOrderFromAnyPoint() {
      long before = append("a", "b", "c");

      EventSlice all = store().events().read(before, 10);
      EventSlice rest = store().events().read(before + 2, 10);

      assertThat(all.gap()).isFalse();
      assertThat(all.events()).extracting(Event::type).containsExactly("a", "b", "c");
      assertThat(all.events())
          .extracting(Event::id)
          .containsExactly(before + 1, before + 2, before + 3);
      assertThat(rest.events()).extracting(Event::type).containsExactly("c");
    }

    @Test
    void keepTheirDetails() {
      Map<String, Object> data =
          Map.of("text", "ä\"", "number", 7, "flag", true, "list", List.of(1, 2), "map", Map.of());

      store()
          .write(transaction -> {
            transaction.append("detailed", "s1", data);
            return "done";
          });

      assertThat(newest().data()).isEqualTo(data);
      assertThat(newest().subject()).isEqualTo("s1");
    }

    @Test
    void haveIdsInTheOrderOfTheirCommitsWithoutHoles() throws Exception {
      long before = store().events().lastId();

      atOnce(8, () -> append("one", "two"));

      List<Event> events = store().events().read(before, 1000).events();
      assertThat(events).hasSize(16);
      assertThat(events.getLast().id()).isEqualTo(before + 16);
    }

    @Test
    void wakeThoseWhoWait() throws Exception {
      long before = store().events().lastId();
      try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Boolean> woken =
            other.submit(() -> store().events().await(before, Duration.ofSeconds(30)));
        append("late");

        assertThat(woken.get()).isTrue();
      }
    }

    @Test
    void makeNobodyWaitLongerThanAsked() throws Exception {
      assertThat(store().events().await(store().events().lastId(), Duration.ofMillis(1))).isFalse();
    }

    @Test
    void leaveAGapWhenDropped() {
      long before = append("a", "b", "c", "d");

      store().trim(new EventRetention(Duration.ofDays(36_500), 2));

      assertThat(store().events().read(before, 10).gap()).isTrue();
      assertThat(store().events().read(before + 1, 10).gap()).isTrue();
      assertThat(store().events().read(before + 2, 10).gap()).isFalse();
      assertThat(store().events().read(before + 2, 10).events()).hasSize(2);
    }

    @Test
    void areDroppedByAge() {
      append("old");
      long last = store().events().lastId();

      long kept = store().trim(EventRetention.of(Duration.ofDays(1)));
      long dropped = store().trim(EventRetention.of(Duration.ZERO));

      assertThat(kept).isZero();
      assertThat(dropped).isPositive();
      assertThat(store().events().lastId()).isEqualTo(last);
      assertThat(store().events().read(last, 10).gap()).isFalse();
      assertThat(store().events().read(last - 1, 10).gap()).isTrue();
      assertThat(append("new")).isEqualTo(last);
    }

    @Test
    void tellAReaderFromAnotherPastOfAGap() {
      assertThat(store().events().read(store().events().lastId() + 5, 10).gap()).isTrue();
    }

    @Test
    void areNotReadBeyondTheLimits() {
      assertThatThrownBy(() -> store().events().read(0, 1001))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("limit from 1 to 1000");
    }

    private long append(String... types) {
      return store()
              .write(transaction -> {
                for (String type : types) {
                  transaction.append(type, "s1", Map.of());
                }
                return "done";
              })
              .equals("done")
          ? store().events().lastId() - types.length
          : -1;
    }
  }

  @Nested
  class Inspection {
    @Test
    void findsTheStoreWell() {
      assertThat(store().inspector().health().up()).isTrue();
      assertThat(store().inspector().health().message()).isEmpty();
      assertThat(store().inspector().schemaVersion()).isEqualTo("6");
    }

    @Test
    void tellsDatasetsFromThePlatformsOwnTables() {
      Dataset dataset = ensured();
      write(dataset, lineage(), row("a", 1));

      List<TableDescription> tables = store().inspector().tables();

      assertThat(tables)
          .extracting(TableDescription::name)
          .isSorted()
          .contains(
              "checkpoints",
              "data_centers",
              "event_log",
              "ingestion_runs",
              "quarantine",
              "schema_registry",
              "sources",
              "upload_jobs",
              dataset.name());
      TableDescription table =
          tables.stream().filter(t -> t.name().equals(dataset.name())).findFirst().orElseThrow();
      assertThat(table.kind()).isEqualTo(TableDescription.Kind.DATASET);
      assertThat(table.rows()).isEqualTo(1);
      assertThat(table.columns())
          .filteredOn(TableDescription.TableColumn::inKey)
          .extracting(TableDescription.TableColumn::name)
          .containsExactlyInAnyOrder("source_id", "id");
    }
  }

  // --- what the tests are made of -------------------------------------------------------------

  Dataset ensured() {
    return store().datasets().ensure(simple());
  }

  private static Dataset simple() {
    return Dataset.builder("things_" + NAMES.incrementAndGet())
        .description("Things.")
        .synonyms(List.of("stuff"))
        .column(
            Column.builder("id", ColumnType.TEXT)
                .required(true)
                .description("Which.")
                .synonyms(List.of("key"))
                .build())
        .column(Column.builder("v", ColumnType.INTEGER).indexed(true).unit("pieces").build())
        .key(List.of("id"))
        .build();
  }

  private static Dataset everyType() {
    return Dataset.builder("types_" + NAMES.incrementAndGet())
        .column(Column.of("t", ColumnType.TEXT))
        .column(Column.of("n", ColumnType.INTEGER))
        .column(Column.of("d", ColumnType.DECIMAL))
        .column(Column.of("f", ColumnType.DOUBLE))
        .column(Column.of("b", ColumnType.BOOLEAN))
        .column(Column.of("day", ColumnType.DATE))
        .column(Column.of("at", ColumnType.TIMESTAMP))
        .key(List.of("t"))
        .eventTime("at")
        .build();
  }

  static RowLineage lineage() {
    return lineage("r1", NOON);
  }

  private static RowLineage lineage(String run, Instant at) {
    return RowLineage.of("s1", "dc1", run, at);
  }

  static @Nullable Object[] row(String id, long value) {
    return new Object[] {id, value};
  }

  WriteCounts write(Dataset dataset, RowLineage lineage, Object[]... rows) {
    return store()
        .write(transaction -> {
          DatasetWriter writer = transaction.writer(dataset, lineage);
          for (Object[] row : rows) {
            writer.add(row);
          }
          return writer.flush();
        });
  }

  private WriteCounts write(Dataset dataset, RowLineage lineage, @Nullable Object... row) {
    return write(dataset, lineage, new Object[][] {row});
  }

  private Event newest() {
    return store().events().read(store().events().lastId() - 1, 1).events().getFirst();
  }

  private int versions(Dataset dataset) {
    return store()
        .read(connection ->
            Integer.parseInt(
                first(
                    connection,
                    "SELECT COUNT(*) FROM schema_registry WHERE table_name = '"
                        + dataset.name()
                        + "'")));
  }

  long count(Dataset dataset) {
    return store().read(connection -> count(connection, dataset));
  }

  private long count(java.sql.Connection connection, Dataset dataset) throws SQLException {
    return Long.parseLong(first(connection, "SELECT COUNT(*) FROM " + quote(dataset.name())));
  }

  private List<@Nullable String> lineageOf(Dataset dataset, String id) {
    return texts(dataset, "run_id, ingested_at, changed_at, deleted_at", "id = '" + id + "'")
        .stream()
        .map(text -> text == null || text.length() < 20 ? text : text.substring(11, 19))
        .toList();
  }

  private List<@Nullable String> texts(Dataset dataset, String columns) {
    return texts(dataset, columns, "1 = 1");
  }

  private List<@Nullable String> texts(Dataset dataset, String columns, String where) {
    return store()
        .read(connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rows =
                  statement.executeQuery(
                      "SELECT " + columns + " FROM " + quote(dataset.name()) + " WHERE " + where)) {
            rows.next();
            List<@Nullable String> texts = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              texts.add(rows.getString(column));
            }
            return texts;
          }
        });
  }

  private static String first(java.sql.Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static boolean sql(StoreTransaction transaction, String sql) throws SQLException {
    return execute(transaction.connection(), sql);
  }

  static boolean execute(java.sql.Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static <T> T onAnotherThread(Callable<T> work) {
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      return other.submit(work).get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : others.invokeAll(java.util.Collections.nCopies(threads, work))) {
        results.add(each.get());
      }
      return results;
    }
  }
}
