package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaReaderTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void looseTypesAreJudgedByTheirValues() throws SQLException {
    run("CREATE TABLE t (id INTEGER PRIMARY KEY, age TEXT, born TEXT, at TEXT, zip TEXT)");
    run("INSERT INTO t VALUES (1, '42', '1981-02-03', '2020-01-01 10:00:00', '01234')");

    DataTable table = read().tables().get(0);

    assertThat(table.columns())
        .extracting(DataColumn::kind)
        .containsExactly(Kind.NUMBER, Kind.NUMBER, Kind.DATE, Kind.TIMESTAMP, Kind.TEXT);
  }

  @Test
  void profilesSayWhatValuesAreLike() throws SQLException {
    run("CREATE TABLE t (city TEXT)");
    run("INSERT INTO t VALUES ('Bonn'), ('Bonn'), ('Aachen'), (NULL)");

    DataColumn city = read().tables().get(0).columns().get(0);

    assertThat(city.profile())
        .isEqualTo(new DataColumn.Profile(2, 1, "Aachen", "Bonn", List.of("Bonn", "Aachen")));
  }

  @Test
  void declaredReferencesAreReadAndOthersInferred() throws SQLException {
    run("CREATE TABLE author (aid INTEGER, name TEXT)");
    run("CREATE TABLE book (bid INTEGER PRIMARY KEY, aid INTEGER)");
    run("CREATE TABLE loan (book INTEGER REFERENCES book, days INTEGER)");
    run("INSERT INTO author VALUES (1, 'a'), (2, 'b')");
    run("INSERT INTO book VALUES (7, 1), (8, 2), (9, 2)");

    DataSchema schema = read();

    assertThat(table(schema, "book").foreignKeys())
        .containsExactly(new DataTable.ForeignKey(List.of("aid"), "author", List.of("aid"), false));
    assertThat(table(schema, "loan").foreignKeys())
        .containsExactly(new DataTable.ForeignKey(List.of("book"), "book", List.of("bid"), true));
  }

  @Test
  void commentsInTheTableStatementDescribeColumns() throws SQLException {
    run("CREATE TABLE t (id INTEGER, state TEXT NOT NULL /* values: on, off */, x REAL)");

    assertThat(read().tables().get(0).columns())
        .extracting(DataColumn::description)
        .containsExactly("", "values: on, off", "");
  }

  @Test
  void registeredDatasetsDescribeTheirTables() throws SQLException {
    run("CREATE TABLE payments (id TEXT PRIMARY KEY, amount REAL)");
    Dataset payments =
        Dataset.builder("payments")
            .description("Money that moved.")
            .columns(
                List.of(
                    Column.builder("id", ColumnType.TEXT).required(true).build(),
                    Column.builder("amount", ColumnType.DOUBLE)
                        .unit("EUR")
                        .synonyms(List.of("sum"))
                        .build()))
            .key(List.of("id"))
            .build();

    DataTable table =
        SchemaReader.builder()
            .datasets(List.of(payments))
            .build()
            .read(connection)
            .schema()
            .tables()
            .get(0);

    assertThat(table.description()).isEqualTo("Money that moved.");
    assertThat(table.columns().get(1).unit()).isEqualTo("EUR");
    assertThat(table.columns().get(1).synonyms()).containsExactly("sum");
  }

  @Test
  void hiddenValuesAreShownNowhere() throws SQLException {
    run("CREATE TABLE person (id INTEGER PRIMARY KEY, nickname TEXT)");
    run("INSERT INTO person VALUES (1, 'Zorro')");

    SchemaSnapshot snapshot =
        SchemaReader.builder().hideValues("person", "nickname").build().read(connection);

    assertThat(snapshot.schema().toString()).doesNotContain("Zorro");
    assertThat(snapshot.values().exact(List.of("zorro"))).isEmpty();
  }

  @Test
  void deletedRowsDoNotCount() throws SQLException {
    run("CREATE TABLE person (id INTEGER PRIMARY KEY, city TEXT, gone TEXT)");
    run("CREATE TABLE visit (person_id INTEGER, gone TEXT)");
    run("INSERT INTO person VALUES (1, 'Bonn', NULL), (2, 'Kiel', '2026-01-01')");
    run("INSERT INTO visit VALUES (1, NULL), (2, '2026-01-01')");

    SchemaSnapshot snapshot =
        SchemaReader.builder()
            .tombstones(Set.of("Person", "visit"), "gone")
            .build()
            .read(connection);

    DataTable person = table(snapshot.schema(), "person");
    assertThat(person.rowCount()).isEqualTo(1);
    assertThat(person.columns().get(1).profile())
        .isEqualTo(new DataColumn.Profile(1, 0, "Bonn", "Bonn", List.of("Bonn")));
    assertThat(snapshot.values().exact(List.of("kiel"))).isEmpty();
    assertThat(table(snapshot.schema(), "visit").foreignKeys()).hasSize(1);
  }

  @Test
  void equalTablesHaveEqualVersions() throws SQLException {
    run("CREATE TABLE t (a INTEGER)");
    String before = read().version();
    String again = read().version();
    run("INSERT INTO t VALUES (1)");

    assertThat(again).isEqualTo(before);
    assertThat(read().version()).isNotEqualTo(before);
  }

  private DataSchema read() throws SQLException {
    return SchemaReader.builder().build().read(connection).schema();
  }

  private static DataTable table(DataSchema schema, String name) {
    return schema.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
