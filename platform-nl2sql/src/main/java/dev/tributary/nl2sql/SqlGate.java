package dev.tributary.nl2sql;

import dev.tributary.nl2sql.internal.check.FunctionRules;
import dev.tributary.nl2sql.internal.check.KnownTables;
import dev.tributary.nl2sql.internal.check.QueryPolicy;
import dev.tributary.nl2sql.internal.gate.Bounds;
import dev.tributary.nl2sql.internal.gate.Gate;
import dev.tributary.nl2sql.internal.gate.GateSettings;
import dev.tributary.nl2sql.internal.gate.Passed;
import dev.tributary.nl2sql.internal.grammar.LooseWords;
import dev.tributary.nl2sql.internal.grammar.Twins;
import dev.tributary.nl2sql.internal.list.NameList;
import dev.tributary.nl2sql.internal.rule.Refusal;
import dev.tributary.nl2sql.internal.rule.RefusedException;
import dev.tributary.nl2sql.internal.rule.Rule;
import dev.tributary.nl2sql.internal.tree.NodeKinds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a statement may run: one query, that reads tables and nothing else, calls only
 * functions without side effects, and with a catalog reads only what the catalog has.
 *
 * <p>Everything is refused that is not known to be harmless. What may run is never the text that
 * came in but {@link Verdict.Allowed#sql()}, written anew from the tree that was examined; it holds
 * no comments. Run it read-only all the same, for instance with {@link ReadOnlyQuery}.
 *
 * <pre>{@code
 * SqlGate gate = SqlGate.builder(SqlDialect.SQLITE).build();
 * switch (gate.check("SELECT name FROM users; DROP TABLE users")) {
 *   case Verdict.Allowed allowed -> run(allowed.sql());
 *   case Verdict.Rejected rejected -> tell(rejected.violations());
 * }
 * }</pre>
 *
 * <p>Thread-safe. Works on the caller's thread and keeps none of its own.
 */
public final class SqlGate {
  /** How many bytes a statement may have unless set otherwise: {@value}. */
  public static final int DEFAULT_MAX_BYTES = 65_536;

  /** How many words and symbols a statement may have unless set otherwise: {@value}. */
  public static final int DEFAULT_MAX_TOKENS = 3_000;

  /** How deep brackets and CASE may nest unless set otherwise: {@value}. */
  public static final int DEFAULT_MAX_NESTING = 40;

  /** How many shapes of statements a gate remembers unless set otherwise: {@value}. */
  public static final int DEFAULT_KNOWN_SHAPES = 256;

  private static final System.Logger LOG = System.getLogger(SqlGate.class.getName());

  private final Gate gate;

  private SqlGate(Gate gate) {
    this.gate = gate;
  }

  /**
   * Starts a gate.
   *
   * @param dialect the SQL of the server the statements are meant for
   * @return a builder
   */
  public static Builder builder(SqlDialect dialect) {
    return new Builder(dialect);
  }

  /**
   * Examines a statement.
   *
   * @param sql the statement; anything at all may be handed in
   * @return the verdict
   */
  public Verdict check(String sql) {
    Objects.requireNonNull(sql, "sql");
    try {
      Passed passed = gate.examine(sql);
      return new Verdict.Allowed(
          passed.sql(),
          passed.found().tables(),
          passed.found().columns(),
          passed.found().functions(),
          passed.limits());
    } catch (RefusedException e) {
      Refusal refusal = e.refusal();
      return rejected(refusal.rule(), refusal.position(), refusal.what(), refusal.remedy());
    } catch (RuntimeException e) {
      // A tree the parser built wrongly is no reason to let a statement pass, nor to fall over.
      LOG.log(System.Logger.Level.WARNING, "a statement could not be examined", e);
      return rejected(
          Rule.SYNTAX_UNKNOWN, 0, "the statement could not be examined", "write it in another way");
    }
  }

  private static Verdict rejected(Rule rule, int position, String what, String remedy) {
    return new Verdict.Rejected(List.of(new Violation(rule.id(), position, what, remedy)));
  }

  /** Collects what a gate allows. Not thread-safe. */
  public static final class Builder {
    private final SqlDialect dialect;
    private @Nullable SqlCatalog catalog;
    private @Nullable UnlistedFunctions unlisted;
    private Set<String> functions = Set.of();
    private long rowLimit;
    private int maxBytes = DEFAULT_MAX_BYTES;
    private int maxTokens = DEFAULT_MAX_TOKENS;
    private int maxNesting = DEFAULT_MAX_NESTING;
    private int knownShapes = DEFAULT_KNOWN_SHAPES;
    private Duration maxTime = Duration.ofSeconds(5);

    private Builder(SqlDialect dialect) {
      this.dialect = Objects.requireNonNull(dialect, "dialect");
    }

    /**
     * Sets what queries may read. Default none: any table but those of the server itself.
     *
     * @param value the tables and columns
     * @return this builder
     */
    public Builder catalog(SqlCatalog value) {
      this.catalog = value;
      return this;
    }

    /**
     * Adds functions that have no side effects. Default none.
     *
     * @param names their names, with a schema where queries write it
     * @return this builder
     */
    public Builder functions(Set<String> names) {
      this.functions = Set.copyOf(names);
      return this;
    }

    /**
     * Sets what happens to functions that are not on the list. Default {@link
     * UnlistedFunctions#REFUSE} with a catalog, {@link UnlistedFunctions#SCREEN} without.
     *
     * @param value what happens
     * @return this builder
     */
    public Builder unlistedFunctions(UnlistedFunctions value) {
      this.unlisted = value;
      return this;
    }

    /**
     * Sets how many rows a query may ask for. A query without a limit gets it, a query with a
     * higher one is lowered to it. Default 0, which leaves the limit to the execution.
     *
     * @param rows at least 0
     * @return this builder
     */
    public Builder rowLimit(long rows) {
      this.rowLimit = atLeast(0, rows, "rowLimit");
      return this;
    }

    /**
     * Sets how long a statement may be. Default {@value SqlGate#DEFAULT_MAX_BYTES}.
     *
     * @param bytes in UTF-8, at least 1
     * @return this builder
     */
    public Builder maxBytes(int bytes) {
      this.maxBytes = (int) atLeast(1, bytes, "maxBytes");
      return this;
    }

    /**
     * Sets how many words and symbols a statement may have. Default {@value
     * SqlGate#DEFAULT_MAX_TOKENS}.
     *
     * @param tokens at least 1
     * @return this builder
     */
    public Builder maxTokens(int tokens) {
      this.maxTokens = (int) atLeast(1, tokens, "maxTokens");
      return this;
    }

    /**
     * Sets how deep brackets and CASE may nest. Default {@value SqlGate#DEFAULT_MAX_NESTING}.
     *
     * @param levels at least 1
     * @return this builder
     */
    public Builder maxNesting(int levels) {
      this.maxNesting = (int) atLeast(1, levels, "maxNesting");
      return this;
    }

    /**
     * Sets how many shapes of statements that passed are remembered, the last used ones. A shape is
     * a statement without the values it compares with, which decide nothing; a statement of a known
     * shape is scanned, but not parsed again. Default {@value SqlGate#DEFAULT_KNOWN_SHAPES}; 0
     * examines every statement anew.
     *
     * @param shapes at least 0
     * @return this builder
     */
    public Builder knownShapes(int shapes) {
      this.knownShapes = (int) atLeast(0, shapes, "knownShapes");
      return this;
    }

    /**
     * Sets how long the parser may take for one statement. Default five seconds; statements within
     * the other bounds take milliseconds, but a busy machine may let the thread wait.
     *
     * @param time at least a millisecond
     * @return this builder
     */
    public Builder maxTime(Duration time) {
      atLeast(1, time.toMillis(), "maxTime in milliseconds");
      this.maxTime = time;
      return this;
    }

    /**
     * Makes the gate.
     *
     * @return the gate
     */
    public SqlGate build() {
      KnownTables known = catalog == null ? null : catalog.tables();
      UnlistedFunctions rest = unlisted;
      if (rest == null) {
        rest = known == null ? UnlistedFunctions.SCREEN : UnlistedFunctions.REFUSE;
      }
      NameList constructs = NameList.constructs();
      Set<String> types = NameList.types().all();
      LooseWords words = LooseWords.of(dialect.section(), types, known == null);
      QueryPolicy policy =
          new QueryPolicy(
              new NodeKinds(constructs.all(), constructs.section("plain")),
              new FunctionRules(dialect.section(), functions, rest == UnlistedFunctions.SCREEN),
              types,
              known,
              dialect == SqlDialect.POSTGRESQL,
              dialect != SqlDialect.MYSQL);
      Bounds bounds = new Bounds(maxBytes, maxTokens, maxNesting, maxTime);
      Twins twins = Twins.of(dialect.section(), known == null);
      return new SqlGate(
          new Gate(
              new GateSettings(
                  dialect.lexis(),
                  dialect.habits(),
                  twins,
                  words,
                  bounds,
                  policy,
                  rowLimit,
                  knownShapes)));
    }

    private static long atLeast(long least, long value, String name) {
      if (value < least) {
        throw new IllegalArgumentException(name + " is " + value + ": use at least " + least);
      }
      return value;
    }
  }
}
