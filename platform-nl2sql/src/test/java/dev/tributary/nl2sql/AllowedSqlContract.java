package dev.tributary.nl2sql;

import static dev.tributary.nl2sql.TestDatabase.column;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tributary.api.error.PlatformException;
import dev.tributary.nl2sql.internal.list.NameList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/**
 * What the gate lets pass leaves a real server as it was, its tables, sequences, files and
 * settings. What passes the strict gate runs on a connection that may do everything and commits by
 * itself; what passes only because unlisted functions are screened by name runs read-only.
 */
abstract class AllowedSqlContract {
  private final Path folder = folder();
  private final SqlGate screening = SqlGate.builder(dialect()).build();
  private final SqlGate strict =
      SqlGate.builder(dialect()).unlistedFunctions(UnlistedFunctions.REFUSE).build();
  private TestDatabase database;
  private Connection session;
  private List<String> before;

  /** The server's SQL. */
  abstract SqlDialect dialect();

  /** An empty database. */
  abstract TestDatabase database(Path folder) throws SQLException;

  /**
   * Statements that make the tables {@code items}, {@code t} and {@code u} and what else counts.
   */
  abstract List<String> fill();

  /** Queries whose one column, taken together, says all that could have been changed. */
  abstract List<String> witnesses();

  /** Calls of every function the server has, each with arguments that suit it. */
  abstract List<String> calls(Connection connection) throws SQLException;

  @BeforeProperty
  void open() throws SQLException {
    database = database(folder);
    database.execute(fill().toArray(String[]::new));
    session = database.connect();
    before = state();
  }

  @AfterProperty
  void close() throws SQLException, IOException {
    session.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Property(tries = 500)
  void generatedStatementsChangeNothing(@ForAll("statements") String sql) throws SQLException {
    boolean ran = runIfAllowed(sql.replace("{folder}", folder.toString()));

    if (ran) {
      assertThat(state()).isEqualTo(before);
    }
    Statistics.label("ran").collect(ran).coverage(ran(10));
  }

  @Example
  void functionsOfTheServerChangeNothing() throws SQLException {
    List<String> passed = new ArrayList<>();
    for (String call : calls(session)) {
      if (runIfAllowed("SELECT " + call)) {
        passed.add(call);
        assertThat(state()).as(call).isEqualTo(before);
      }
    }
    assertThat(passed).hasSizeGreaterThan(50);
  }

  @Example
  void changesWouldBeNoticed() throws SQLException {
    for (String change : pieces().get("changes")) {
      List<String> last = state();
      try (Statement statement = session.createStatement()) {
        statement.execute(change.replace("{folder}", folder.toString()));
      }
      assertThat(state()).as(change).isNotEqualTo(last);
    }
  }

  @Provide
  Arbitrary<String> statements() {
    String dialect = dialect().section();
    List<String> functions =
        Stream.of("common", dialect)
            .flatMap(section -> NameList.functions().section(section).stream())
            .sorted()
            .toList();
    return Arbitraries.lazy(() -> GeneratedSql.hostile(functions, pieces()));
  }

  private Map<String, List<String>> pieces() {
    Map<String, Map<String, List<String>>> all =
        Spec.read("gate-fragments.yaml", new TypeReference<>() {});
    return all.get(dialect().section());
  }

  private boolean runIfAllowed(String sql) {
    Verdict screened = screening.check(sql);
    if (strict.check(sql) instanceof Verdict.Allowed allowed) {
      runUnguarded(allowed.sql());
    } else if (screened instanceof Verdict.Allowed allowed) {
      runReadOnly(allowed.sql());
    }
    return screened.allowed();
  }

  private void runUnguarded(String sql) {
    try (Statement statement = session.createStatement()) {
      statement.setQueryTimeout(2);
      statement.setMaxRows(100);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          rows.getObject(1);
        }
      }
    } catch (SQLException refused) {
      // The server may refuse what the gate allows, such as columns it does not have.
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private void runReadOnly(String sql) {
    try {
      ReadOnlyQuery.builder(dialect(), database.connections())
          .limits(QueryLimits.DEFAULT.withTime(Duration.ofSeconds(2)).withRows(100))
          .build()
          .run(sql);
    } catch (PlatformException refused) {
      assertThat(refused.code()).isInstanceOf(QueryError.class);
    }
  }

  private List<String> state() throws SQLException {
    List<String> state = new ArrayList<>();
    for (String witness : witnesses()) {
      column(session, witness).forEach(value -> state.add(witness + ": " + value));
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.map(Path::toString).sorted().forEach(state::add);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return state;
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("gate");
      // Servers run as users of their own.
      assertThat(folder.toFile().setWritable(true, false)).isTrue();
      assertThat(folder.toFile().setExecutable(true, false)).isTrue();
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Consumer<StatisticsCoverage> ran(int percent) {
    return coverage -> coverage.check(true).percentage(share -> share >= percent);
  }
}
