package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tributary.api.error.PlatformException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds on every server. Its user may write all there is, so that nothing but the read-only
 * run stands in the way. There is a table {@code items(id, name)} with three rows.
 */
abstract class ReadOnlyQueryContract {

  /** The server's SQL. */
  abstract SqlDialect dialect();

  /** Connections of a user that may write. */
  abstract DataSource connections();

  /** Statements that try to change something. */
  abstract List<String> attempts();

  /** Queries whose one column, taken together, says all that could have been changed. */
  abstract List<String> witnesses();

  /** A query that runs for ever, or at least for a minute. */
  abstract String endless();

  /** A query that gives a million rows of two columns, a number and a text of 100 characters. */
  abstract String millionRows();

  @TestFactory
  Stream<DynamicTest> leavesEverythingAsItWas() {
    return attempts().stream()
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  List<String> before = state();

                  attempt(sql);

                  assertThat(state()).isEqualTo(before);
                }));
  }

  @TestFactory
  Stream<DynamicTest> givesTheConnectionBackAsItWas() {
    return attempts().stream()
        .map(sql ->
            dynamicTest(
                sql,
                () -> {
                  try (KeptConnection kept = new KeptConnection(connections())) {
                    try {
                      ReadOnlyQuery.builder(dialect(), kept).build().run(sql);
                    } catch (PlatformException refused) {
                      assertThat(refused.code()).isInstanceOf(QueryError.class);
                    }
                    kept.execute("UPDATE items SET name = name WHERE id = 1");
                  }
                }));
  }

  @Test
  void givesRowsAndColumns() {
    QueryResult result =
        ReadOnlyQuery.builder(dialect(), connections())
            .build()
            .run("SELECT id, name FROM items ORDER BY id");

    assertThat(result.columns()).extracting(QueryResult.Column::name).containsExactly("id", "name");
    assertThat(result.rows()).extracting(row -> row.get(1)).containsExactly("one", "two", null);
    assertThat(result.cut()).isEqualTo(QueryResult.Cut.NONE);
  }

  @Test
  void stopsAtTheTimeLimit() {
    ReadOnlyQuery query = limited(QueryLimits.DEFAULT.withTime(Duration.ofMillis(200)));

    assertThat(error(query, endless())).isEqualTo(QueryError.TIME_LIMIT);
    assertThat(query.run("SELECT 1").rows()).hasSize(1);
  }

  @Test
  void stopsWhenInterrupted() {
    ReadOnlyQuery query = ReadOnlyQuery.builder(dialect(), connections()).build();
    Thread.currentThread().interrupt();

    assertThat(error(query, endless())).isEqualTo(QueryError.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void stopsWhenAnotherThreadCancels() throws Exception {
    ReadOnlyQuery query = ReadOnlyQuery.builder(dialect(), connections()).build();
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Object> outcome =
        CompletableFuture.supplyAsync(
            () -> errorOf(() -> query.run(endless(), cancellation)),
            work -> Thread.ofPlatform().start(work));

    cancellation.cancel();

    assertThat(outcome.get(25, TimeUnit.SECONDS)).isEqualTo(QueryError.CANCELLED);
    assertThat(errorOf(() -> query.run("SELECT 1", cancellation))).isEqualTo(QueryError.CANCELLED);
    assertThat(query.run("SELECT 1").rows()).hasSize(1);
  }

  @Test
  void takesConnectionsFromAnywhere() {
    Callable<Connection> source = () -> connections().getConnection();

    assertThat(ReadOnlyQuery.builder(dialect(), source).build().run("SELECT 1").rows()).hasSize(1);
  }

  @Test
  void stopsAtTheRowCap() {
    QueryResult result = limited(QueryLimits.DEFAULT.withRows(7)).run(millionRows());

    assertThat(result.rows()).hasSize(7);
    assertThat(result.cut()).isEqualTo(QueryResult.Cut.ROWS);
  }

  @Test
  void keepsTenThousandRowsUnlessToldOtherwise() {
    QueryResult result = ReadOnlyQuery.builder(dialect(), connections()).build().run(millionRows());

    assertThat(result.rows()).hasSize(10_000);
    assertThat(result.cut()).isEqualTo(QueryResult.Cut.ROWS);
  }

  @Test
  void stopsAtTheByteCap() {
    QueryResult result = limited(QueryLimits.DEFAULT.withBytes(1_200)).run(millionRows());

    assertThat(result.rows()).hasSize(10);
    assertThat(result.cut()).isEqualTo(QueryResult.Cut.BYTES);
  }

  @Test
  void saysWhatTheServerSays() {
    ReadOnlyQuery query = ReadOnlyQuery.builder(dialect(), connections()).build();

    assertThat(error(query, "SELECT no_such_column FROM items"))
        .isEqualTo(QueryError.REFUSED_BY_SERVER);
  }

  private void attempt(String sql) {
    try {
      limited(QueryLimits.DEFAULT.withTime(Duration.ofSeconds(10))).run(sql);
    } catch (PlatformException refused) {
      assertThat(refused.code()).isInstanceOf(QueryError.class);
    }
  }

  private ReadOnlyQuery limited(QueryLimits limits) {
    return ReadOnlyQuery.builder(dialect(), connections()).limits(limits).build();
  }

  private List<String> state() throws SQLException {
    List<String> state = new ArrayList<>();
    try (Connection connection = connections().getConnection()) {
      for (String witness : witnesses()) {
        TestDatabase.column(connection, witness)
            .forEach(value -> state.add(witness + ": " + value));
      }
    }
    return state;
  }

  private static Object error(ReadOnlyQuery query, String sql) {
    return errorOf(() -> query.run(sql));
  }

  private static Object errorOf(ThrowingCallable run) {
    return catchThrowableOfType(PlatformException.class, run).code();
  }
}
