package dev.tributary.nl2sql;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.DataColumn;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.DataTable.ForeignKey;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a database after a look at it, and what can be asked then, on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaReaderContract {
  private TestDatabase database;
  private SchemaSnapshot snapshot;

  /** An empty database. */
  abstract TestDatabase database() throws SQLException;

  /** What the server declares in its own way; the tables of the contract are there. */
  abstract List<String> more();

  /** What columns of the table {@code everything} hold. */
  abstract Map<String, Kind> kinds();

  @BeforeAll
  void look() throws SQLException {
    database = database();
    boolean maria = database.dialect() == SqlDialect.MYSQL;
    String quote = maria ? "`" : "\"";
    for (String sql :
        List.of(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL,"
                + " country VARCHAR(40), born DATE, vip BOOLEAN)",
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL,"
                + " amount NUMERIC(10,2), placed_at TIMESTAMP NULL, status VARCHAR(10),"
                + " FOREIGN KEY (customer_id) REFERENCES customers(id))",
            "CREATE TABLE order_lines (order_id INTEGER NOT NULL, line_no INTEGER NOT NULL,"
                + " product VARCHAR(40), PRIMARY KEY (order_id, line_no),"
                + " FOREIGN KEY (order_id) REFERENCES orders(id))",
            "CREATE TABLE returns (id INTEGER PRIMARY KEY, order_id INTEGER, line_no INTEGER,"
                + " FOREIGN KEY (order_id, line_no) REFERENCES order_lines(order_id, line_no))",
            "CREATE TABLE \"Shop Visits\" (\"Visit Id\" INTEGER PRIMARY KEY, \"Page Count\" INTEGER,"
                + " \"select\" VARCHAR(10))",
            "CREATE TABLE nothing_yet (id INTEGER PRIMARY KEY, note VARCHAR(10))",
            "CREATE VIEW big_orders AS SELECT id, amount FROM orders WHERE amount > 100",
            "INSERT INTO customers VALUES (1, 'Anna', 'France', '1980-02-03', TRUE),"
                + " (2, 'Ben', 'Spain', '1990-05-06', FALSE), (3, 'Cleo', 'France', NULL, FALSE)",
            "INSERT INTO orders VALUES (10, 1, 250.50, '2024-01-02 10:00:00', 'paid'),"
                + " (11, 1, 20, '2024-02-03 11:00:00', 'open'), (12, 2, 130, NULL, 'paid'),"
                + " (13, 3, NULL, '2024-02-03 11:00:00', 'open')",
            "INSERT INTO order_lines VALUES (10, 1, 'lamp'), (10, 2, 'chair'), (11, 1, 'lamp')",
            "INSERT INTO returns VALUES (1, 10, 2)",
            "INSERT INTO \"Shop Visits\" VALUES (1, 3, 'a'), (2, 5, 'b')")) {
      database.execute(sql.replace("\"", quote));
    }
    database.execute(more().toArray(String[]::new));
    try (Connection connection = database.connect()) {
      snapshot = SchemaReader.builder().build().read(connection);
    }
  }

  @Test
  void findsTablesAndViewsOfTheSchemaAlone() {
    assertThat(names())
        .contains(
            "customers",
            "orders",
            "order_lines",
            "returns",
            "Shop Visits",
            "nothing_yet",
            "big_orders",
            "everything")
        .doesNotContain("counter", "elsewhere")
        .doesNotHaveDuplicates();
  }

  @Test
  void countsRows() {
    assertThat(table("orders").rowCount()).isEqualTo(4);
    assertThat(table("big_orders").rowCount()).isEqualTo(2);
    assertThat(table("nothing_yet").rowCount()).isZero();
  }

  @Test
  void findsKeys() {
    assertThat(table("customers").primaryKey()).containsExactly("id");
    assertThat(table("order_lines").primaryKey()).containsExactly("order_id", "line_no");
    assertThat(table("orders").foreignKeys())
        .filteredOn(ForeignKey::declared)
        .containsExactly(new ForeignKey(List.of("customer_id"), "customers", List.of("id"), true));
    assertThat(table("returns").foreignKeys())
        .contains(
            new ForeignKey(
                List.of("order_id", "line_no"),
                "order_lines",
                List.of("order_id", "line_no"),
                true));
  }

  @Test
  void knowsWhatColumnsHold() {
    assertThat(table("customers").columns())
        .extracting(DataColumn::kind)
        .containsExactly(Kind.NUMBER, Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.BOOLEAN);
    assertThat(table("orders").columns())
        .extracting(DataColumn::kind)
        .containsExactly(Kind.NUMBER, Kind.NUMBER, Kind.NUMBER, Kind.TIMESTAMP, Kind.TEXT);
  }

  @Test
  void knowsWhatColumnsOfAnyTypeHold() {
    assertThat(
            table("everything").columns().stream()
                .collect(toMap(DataColumn::name, DataColumn::kind)))
        .isEqualTo(kinds());
    assertThat(table("everything").rowCount()).isEqualTo(1);
  }

  @Test
  void profilesValues() {
    assertThat(column("customers", "country").profile())
        .isEqualTo(new DataColumn.Profile(2, 0, "France", "Spain", List.of("France", "Spain")));
    assertThat(column("customers", "born").profile().min()).isEqualTo("1980-02-03");
    assertThat(column("customers", "born").profile().nulls()).isEqualTo(1);
    assertThat(column("orders", "amount").profile().max()).startsWith("250.5");
    assertThat(column("customers", "vip").profile().distinct()).isEqualTo(2);
  }

  @Test
  void keepsNamesAsTheyAreWritten() {
    assertThat(table("Shop Visits").columns())
        .extracting(DataColumn::name)
        .containsExactly("Visit Id", "Page Count", "select");
    assertThat(column("Shop Visits", "Page Count").profile().max()).isEqualTo("5");
  }

  @Test
  void readsComments() {
    assertThat(column("everything", "id").description()).isEqualTo("the number of the thing");
  }

  @Test
  void leavesTheConnectionUsable() throws SQLException {
    try (Connection connection = database.connect()) {
      SchemaReader.builder().build().read(connection);

      assertThat(TestDatabase.column(connection, "SELECT 1")).containsExactly("1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many customers are there? | 3",
        "How many customers are from France? | 2",
        "What are the names of customers from Spain? | Ben",
        "What is the total amount of orders by Anna? | 270.5",
        "What is the average amount of orders? | 133.5",
        "Which customer has the most orders? | Anna",
        "How many orders were placed in 2024? | 3",
        "How many customers were born after 1985? | 1",
        "Show the names of vip customers | Anna",
        "How many shop visits have more than 4 page count? | 1",
        "List the names of customers without any orders with status open | Ben",
        "Show the status and the number of orders for each status | open 2 paid 2",
      })
  void answersQuestions(String question, String answer) {
    GenerationRequest request =
        new GenerationRequest(
            Question.of(question),
            schema(),
            database.dialect().name().toLowerCase(Locale.ROOT),
            Instant.parse("2024-06-01T00:00:00Z"),
            List.of(),
            List.of());

    Proposal proposal = GroundedSql.over(snapshot).propose(request);

    assertThat(proposal).isInstanceOf(Proposal.Sql.class);
    assertThat(answer(((Proposal.Sql) proposal).sql())).isEqualTo(answer);
  }

  private String answer(String sql) {
    SqlGate gate = SqlGate.builder(database.dialect()).catalog(snapshot.catalog()).build();
    Verdict verdict = gate.check(sql);
    assertThat(verdict).as(sql).isInstanceOf(Verdict.Allowed.class);
    QueryResult result =
        ReadOnlyQuery.builder(database.dialect(), database.connections())
            .build()
            .run(((Verdict.Allowed) verdict).sql());
    return result.rows().stream()
        .map(row -> row.stream().map(SchemaReaderContract::text).toList())
        .map(row -> String.join(" ", row))
        .sorted()
        .reduce((one, two) -> one + " " + two)
        .orElse("");
  }

  private static String text(Object value) {
    return value instanceof Number number
        ? new java.math.BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private DataSchema schema() {
    return snapshot.schema();
  }

  List<String> names() {
    return schema().tables().stream().map(DataTable::name).toList();
  }

  DataTable table(String name) {
    return schema().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private DataColumn column(String table, String name) {
    return table(table).columns().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
