package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Quarantine.Replay;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.RunStatus;
import dev.tributary.api.store.TableDescription;
import dev.tributary.core.StoreConfig;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.MappingConfig;
import dev.tributary.ingest.config.SourceConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What collection promises on every store, from a source's first row to its last. */
abstract class CollectionContract {
  private static final String FILES = "files";
  private static final String DATASET = "payments";
  private static final String TABLE = "table";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private Path drop;
  private MappingConfig mapping = MappingConfig.byName();

  /** A store that was empty when the test began. */
  abstract StoreConfig store(Path dataDir) throws Exception;

  @BeforeEach
  void makeSources() throws Exception {
    drop = Files.createDirectories(folder.resolve("drop")).resolve("payments.csv");
    sql("CREATE TABLE payments (id INTEGER PRIMARY KEY, amount TEXT, paid_at TEXT)");
  }

  @Test
  void aFileIsLoadedOnceAndItsNewLinesAfterwards() throws Exception {
    Files.writeString(
        drop, "id,amount,paid_at\n1,10.50,2026-01-01T10:00:00Z\n2,20,2026-01-02T10:00:00Z\n");
    try (Tributary tributary = open()) {
      assertThat(tributary.sources().collect(FILES).counts())
          .isEqualTo(new RunCounts(2, 2, 0, 0, 0));
      assertThat(tributary.sources().collect(FILES).counts()).isEqualTo(RunCounts.NONE);
    }

    Files.writeString(drop, "3,30,2026-01-03T10:00:00Z\n", StandardOpenOption.APPEND);

    try (Tributary tributary = open()) {
      assertThat(tributary.sources().collect(FILES).counts())
          .isEqualTo(new RunCounts(1, 1, 0, 0, 0));
      assertThat(rows(tributary)).isEqualTo(3);
      assertThat(tributary.dataCenters().find("fra").orElseThrow().status())
          .isNotEqualTo(DataCenterStatus.DOWN);
    }
  }

  @Test
  void aBadRowIsKeptApartAndTakenInOnceTheMappingFits() throws Exception {
    Files.writeString(drop, "id,amount,paid_at\n1,\"10,5\",2026-01-01T10:00:00Z\n2,20,\n");
    try (Tributary tributary = open()) {
      Run run = tributary.sources().collect(FILES);

      assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
      assertThat(run.counts()).isEqualTo(new RunCounts(2, 1, 0, 1, 0));
      assertThat(tributary.quarantine().list(all()).items())
          .singleElement()
          .extracting(QuarantinedRow::reason, QuarantinedRow::position)
          .containsExactly("not_a_number", "payments.csv:2@18");
    }

    mapping =
        MappingConfig.builder()
            .field("amount", FieldMapping.builder().from("amount").decimal(',').build())
            .matchUnmapped(true)
            .build();

    try (Tributary tributary = open()) {
      assertThat(tributary.quarantine().replay(FILES)).isEqualTo(new Replay(1, 0, 0));
      assertThat(tributary.quarantine().list(all()).items()).isEmpty();
      assertThat(rows(tributary)).isEqualTo(2);
    }
  }

  @Test
  void aRowThatIsGoneFromItsTableIsMarkedAsDeletedAndMayComeBack() throws Exception {
    sql("INSERT INTO payments VALUES (1, '1.5', '2026-01-01'), (2, '2.5', '2026-01-02')");
    try (Tributary tributary = open()) {
      assertThat(tributary.sources().collect(TABLE).counts())
          .isEqualTo(new RunCounts(2, 2, 0, 0, 0));

      sql("DELETE FROM payments WHERE id = 1");
      assertThat(tributary.sources().collect(TABLE).counts())
          .isEqualTo(new RunCounts(1, 0, 1, 0, 1));

      sql("INSERT INTO payments VALUES (1, '1.5', '2026-01-01')");
      assertThat(tributary.sources().collect(TABLE).counts())
          .isEqualTo(new RunCounts(2, 1, 1, 0, 0));
    }
  }

  @Test
  void sourcesAreReadOnTheirOwn() throws Exception {
    Files.writeString(drop, "id,amount,paid_at\n1,10.50,2026-01-01T10:00:00Z\n");
    try (Tributary tributary = open()) {
      long seen = tributary.events().lastId();
      tributary.start();

      boolean stored = false;
      while (!stored && tributary.events().await(seen, PATIENCE)) {
        var slice = tributary.events().read(seen, 100);
        stored =
            slice.events().stream()
                .anyMatch(event ->
                    event.type().equals(EventTypes.BATCH_STORED) && event.subject().equals(FILES));
        seen = slice.events().getLast().id();
      }

      assertThat(stored).isTrue();
      assertThat(rows(tributary)).isEqualTo(1);
    }
  }

  private Tributary open() throws Exception {
    return Tributary.builder(folder)
        .store(store(folder))
        .fileRoots(List.of(folder))
        .dataset(
            Dataset.builder(DATASET)
                .column(Column.of("id", ColumnType.INTEGER))
                .column(Column.of("amount", ColumnType.DECIMAL))
                .column(Column.of("paid_at", ColumnType.TIMESTAMP))
                .key(List.of("id"))
                .eventTime("paid_at")
                .build())
        .dataCenter("fra", "Frankfurt")
        .source(
            SourceConfig.builder(FILES, "fra", "csv", DATASET)
                .every(Duration.ofMillis(200))
                .mapping(mapping)
                .settings(Map.of("folder", drop.getParent().toString(), "settle", "0s"))
                .build())
        .source(
            SourceConfig.builder(TABLE, "fra", "jdbc", DATASET).stream("payments")
                .mode(ReadMode.FULL)
                .tombstones(true)
                .settings(Map.of("engine", "sqlite", "file", source().toString()))
                .build())
        .build();
  }

  private long rows(Tributary tributary) {
    return tributary.store().tables().stream()
        .filter(table -> table.name().equals(DATASET))
        .mapToLong(TableDescription::rows)
        .sum();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private Path source() {
    return folder.resolve("source.db");
  }

  private static QuarantineQuery all() {
    return new QuarantineQuery(FILES, null, 10, null);
  }
}
