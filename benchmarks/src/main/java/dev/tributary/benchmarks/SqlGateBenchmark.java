package dev.tributary.benchmarks;

import com.alibaba.druid.wall.WallProvider;
import com.alibaba.druid.wall.spi.SQLiteWallProvider;
import dev.tributary.nl2sql.SqlCatalog;
import dev.tributary.nl2sql.SqlDialect;
import dev.tributary.nl2sql.SqlGate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.StringProvider;
import org.apache.calcite.config.Lex;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.FrameworkConfig;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.apache.calcite.tools.ValidationException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the SQL gate costs for one statement, beside a bare parse by the parser it uses, and beside
 * what other programs do with the same statement.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 20, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class SqlGateBenchmark {
  /** How long the statement is: 36, 259 or about 1,600 characters. */
  @Param({"small", "medium", "large"})
  public String size = "";

  private String sql = "";
  private CCJSqlParser parser;
  private SqlGate uncached;
  private SqlGate cataloged;
  private SqlGate cached;
  private WallProvider wall;
  private FrameworkConfig calcite;
  private Connection sqlite;

  /** Makes every program ready. */
  @Setup(Level.Trial)
  public void prepare() throws SQLException {
    sql = Statements.of(size);
    parser = new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(true);
    uncached = SqlGate.builder(SqlDialect.SQLITE).knownShapes(0).build();
    cataloged = SqlGate.builder(SqlDialect.SQLITE).knownShapes(0).catalog(catalog()).build();
    cached = SqlGate.builder(SqlDialect.SQLITE).build();
    wall = new SQLiteWallProvider();
    calcite =
        Frameworks.newConfigBuilder()
            .parserConfig(SqlParser.config().withLex(Lex.JAVA))
            .defaultSchema(calciteSchema())
            .build();
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = sqlite.createStatement()) {
      for (String[] table : Statements.TABLES) {
        statement.execute("CREATE TABLE " + table[0] + "(" + String.join(", ", names(table)) + ")");
      }
    }
    insist(uncached.check(sql).allowed() && cataloged.check(sql).allowed(), "the gate");
    insist(wall.checkValid(sql), "the wall");
  }

  /** Closes the database. */
  @TearDown(Level.Trial)
  public void close() throws SQLException {
    sqlite.close();
  }

  /** The limit: the parser alone, new for each statement, on the caller's thread. */
  @Benchmark
  public Object bareParse() throws ParseException {
    return new CCJSqlParser(new StringProvider(sql)).withAllowComplexParsing(true).Statement();
  }

  /** The same with one parser for all statements. */
  @Benchmark
  public Object reusedParse() throws ParseException {
    parser.ReInit(new StringProvider(sql));
    return parser.Statement();
  }

  /** The gate and its limit in turns: {@code timesLimit} is what the gate takes of a bare parse. */
  @Benchmark
  public boolean gateAndBareParse(InTurns turns) throws Exception {
    return turns.measure(this::bareParse, this::gate);
  }

  /** The same with a catalog. */
  @Benchmark
  public boolean gateWithCatalogAndBareParse(InTurns turns) throws Exception {
    return turns.measure(this::bareParse, this::gateWithCatalog);
  }

  /** Scan, parse, examine, compare and write, every time anew. */
  @Benchmark
  public Object gate() {
    return uncached.check(sql);
  }

  /** The same, every table and column looked up in a catalog. */
  @Benchmark
  public Object gateWithCatalog() {
    return cataloged.check(sql);
  }

  /** A statement whose shape passed before. */
  @Benchmark
  public Object gateOfKnownShape() {
    return cached.check(sql);
  }

  /** The peer: Druid's SQL wall, without its caches. */
  @Benchmark
  public Object druidWall() {
    wall.clearCache();
    return wall.checkValid(sql);
  }

  /** The peer: Calcite's parser and validator. */
  @Benchmark
  public SqlNode calciteParseAndValidate() throws SqlParseException, ValidationException {
    try (Planner planner = Frameworks.getPlanner(calcite)) {
      return planner.validate(planner.parse(sql));
    }
  }

  /** The peer: SQLite itself, which makes a program of the statement. */
  @Benchmark
  public Object sqlitePrepare() throws SQLException {
    try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
      return statement;
    }
  }

  private static SqlCatalog catalog() {
    SqlCatalog.Builder catalog = SqlCatalog.builder();
    for (String[] table : Statements.TABLES) {
      catalog.table(table[0], names(table));
    }
    return catalog.build();
  }

  private static SchemaPlus calciteSchema() {
    SchemaPlus schema = CalciteSchema.createRootSchema(false).plus();
    for (String[] table : Statements.TABLES) {
      schema.add(
          table[0],
          new AbstractTable() {
            @Override
            public RelDataType getRowType(RelDataTypeFactory types) {
              RelDataTypeFactory.Builder row = types.builder();
              names(table).forEach(name -> row.add(name, type(name)));
              return row.build();
            }
          });
    }
    return schema;
  }

  private static SqlTypeName type(String column) {
    boolean number =
        column.endsWith("id") || List.of("amount", "rate", "pages", "success").contains(column);
    return number ? SqlTypeName.DOUBLE : SqlTypeName.VARCHAR;
  }

  private static List<String> names(String[] table) {
    return Arrays.asList(table).subList(1, table.length);
  }

  private static void insist(boolean passes, String who) {
    if (!passes) {
      throw new IllegalStateException(who + " refuses the statement");
    }
  }
}
