package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.ErrorCode;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.Event;
import dev.tributary.api.store.StoreHealth;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a store in a file when things go wrong around it. */
class StoreFaultsTest {
  @TempDir Path folder;

  @Test
  void aFullDiskIsSaidAndSurvived() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    try (CentralStore store = CentralStore.open(StoreConfig.sqlite(file()), now::get)) {
      Dataset dataset = store.datasets().ensure(dataset());
      assertThat(store.inspector().health().writable()).isTrue();
      limitPages(store, 0);

      fails(
          () -> write(store, dataset, 20_000),
          PlatformError.STORE_FULL,
          file() + " has no space left",
          "free space");
      StoreHealth full = store.inspector().health();
      assertThat(full.up()).isTrue();
      assertThat(full.writable()).isFalse();
      assertThat(full.message()).contains(file() + " has no space left", "free space");

      limitPages(store, 1_000_000);
      assertThat(write(store, dataset, 20_000).stored()).isEqualTo(20_000);
      now.set(now.get().plusSeconds(60));
      append(store, "there.is.room");
      assertThat(store.inspector().health())
          .matches(StoreHealth::writable)
          .matches(health -> health.message().isEmpty());
    }
  }

  @Test
  void smallWritesThatStillFitDoNotHideAFullDisk() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    try (CentralStore store = CentralStore.open(StoreConfig.sqlite(file()), now::get)) {
      Dataset dataset = store.datasets().ensure(dataset());
      limitPages(store, 0);
      assertThatThrownBy(() -> write(store, dataset, 20_000)).hasMessageContaining("no space");

      now.set(now.get().plusSeconds(59));
      store.write(transaction -> true);

      assertThat(store.inspector().health().writable()).isFalse();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSaid() throws Exception {
    Files.writeString(file(), "this is no database, however long it may be ".repeat(100));

    fails(
        this::open,
        PlatformError.STORE_UNAVAILABLE,
        "is damaged or is no SQLite database",
        "backup");
  }

  @Test
  void aDamagedFileIsSaid() throws Exception {
    try (CentralStore store = open()) {
      write(store, store.datasets().ensure(dataset()), 5_000);
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.allocate(8_192), 100);
    }

    fails(this::open, PlatformError.STORE_UNAVAILABLE, file() + " is damaged", "backup");
  }

  @Test
  void aSecondStoreOnTheSameFileIsRefused() {
    try (CentralStore store = open()) {
      assertThat(store.inspector().health().up()).isTrue();

      fails(
          this::open,
          PlatformError.STORE_UNAVAILABLE,
          "is in use: this process",
          "file of its own");
    }
    open().close();
  }

  @Test
  void anotherProcessOnTheSameFileIsSaid() throws Exception {
    try (CentralStore first = open()) {
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OpeningProcess.class.getName(),
                  file().toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes());

      assertThat(said).contains("is in use: another process uses it");
      assertThat(second.waitFor()).isEqualTo(3);
      assertThat(first.inspector().health().up()).isTrue();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");

    fails(
        () ->
            CentralStore.open(
                StoreConfig.sqlite(notAFolder.resolve("s.db")), InstantSource.system()),
        PlatformError.STORE_FULL,
        "may not be written",
        "grant write access to its folder");
  }

  @Test
  void aLockHeldByAnotherProgramIsSaid() throws Exception {
    try (CentralStore store = open();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      Dataset dataset = store.datasets().ensure(dataset());
      statement.execute("BEGIN IMMEDIATE");

      fails(
          () -> write(store, dataset, 1),
          PlatformError.STORE_UNAVAILABLE,
          "another process uses the same file",
          "stop that process");

      statement.execute("ROLLBACK");
      assertThat(write(store, dataset, 1).stored()).isEqualTo(1);
    }
  }

  @Test
  void aStoreOfANewerVersionIsLeftAlone() throws Exception {
    open().close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO schema_history SELECT installed_rank + 100, '999', 'future', type, 'V999.sql',"
              + " checksum, installed_by, installed_on, execution_time, success"
              + " FROM schema_history WHERE version = '1'");
    }

    fails(
        this::open,
        PlatformError.STORE_UNAVAILABLE,
        "was written by a newer version (schema 999)",
        "start that version");
  }

  @Test
  void aClosedStoreSaysSo() {
    CentralStore store = open();
    store.close();
    store.close();

    fails(() -> store.events().lastId(), PlatformError.CLOSING, "is closed", "open it again");
    assertThat(store.inspector().health().up()).isFalse();
  }

  @Test
  void eventIdsGoOnWhenTheClockStepsBack() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    try (CentralStore store = CentralStore.open(StoreConfig.sqlite(file()), now::get)) {
      append(store, "before");
      now.set(Instant.parse("2026-11-21T11:00:00Z"));
      append(store, "after");

      List<Event> events = store.events().read(0, 10).events();
      assertThat(events).extracting(Event::type).containsExactly("before", "after");
      assertThat(events.getLast().at()).isBefore(events.getFirst().at());
    }
  }

  @Test
  void readersCannotAttachOtherFilesOrCopyTheStore() {
    try (CentralStore store = open()) {
      for (String sql :
          List.of(
              "ATTACH DATABASE '" + folder.resolve("other.db") + "' AS other",
              "VACUUM INTO '" + folder.resolve("copy.db") + "'",
              "PRAGMA query_only = 0; DELETE FROM event_sequence")) {
        try {
          store.read(connection -> CentralStoreContract.execute(connection, sql));
        } catch (PlatformException refused) {
          assertThat(refused).hasMessageContaining(file().toString());
        }
      }
      assertThat(folder.resolve("other.db")).doesNotExist();
      assertThat(folder.resolve("copy.db")).doesNotExist();
      append(store, "still.there");
    }
  }

  @Test
  void numbersThatWouldLoseDigitsAreRefused() {
    try (CentralStore store = open()) {
      Dataset dataset =
          store
              .datasets()
              .ensure(
                  Dataset.builder("amounts")
                      .column(Column.of("id", ColumnType.TEXT))
                      .column(Column.of("amount", ColumnType.DECIMAL))
                      .key(List.of("id"))
                      .build());

      assertThatThrownBy(() -> add(store, dataset, "a", new BigDecimal("1234567890123456.789")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("15 significant digits");
      add(store, dataset, "b", new BigDecimal("1234567890123456789"));
      add(store, dataset, "c", new BigDecimal("0.30000000000000000"));
    }
  }

  private CentralStore open() {
    return CentralStore.open(StoreConfig.sqlite(file()), InstantSource.system());
  }

  private Path file() {
    return folder.resolve("store.db");
  }

  private static void fails(ThrowingCallable work, ErrorCode code, String problem, String remedy) {
    assertThatThrownBy(work)
        .hasMessageContaining(problem)
        .hasMessageContaining(remedy)
        .isInstanceOfSatisfying(
            PlatformException.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  /** The engine's own limit stands in for the end of the disk: it fails in the same way. */
  private static void limitPages(CentralStore store, int pages) {
    store.write(transaction ->
        CentralStoreContract.execute(
            transaction.connection(), "PRAGMA max_page_count=" + Math.max(1, pages)));
  }

  private static WriteCounts write(CentralStore store, Dataset dataset, int rows) {
    return store.write(transaction -> {
      DatasetWriter writer =
          transaction.writer(dataset, RowLineage.of("s", "d", "r", Instant.EPOCH));
      for (int index = 0; index < rows; index++) {
        writer.add(new Object[] {"row " + index, (long) index});
      }
      return writer.flush();
    });
  }

  private static void add(CentralStore store, Dataset dataset, Object... row) {
    store.write(transaction -> {
      transaction.writer(dataset, RowLineage.of("s", "d", "r", Instant.EPOCH)).add(row);
      return row;
    });
  }

  private static void append(CentralStore store, String type) {
    store.write(transaction -> {
      transaction.append(type, "s1", Map.of());
      return type;
    });
  }

  private static Dataset dataset() {
    return Dataset.builder("things")
        .column(Column.of("id", ColumnType.TEXT))
        .column(Column.of("v", ColumnType.INTEGER))
        .key(List.of("id"))
        .build();
  }
}
