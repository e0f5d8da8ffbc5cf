package dev.tributary.nl2sql;

import dev.tributary.api.query.Conversations;
import dev.tributary.api.query.DataOrigin;
import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.Describer;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Progress;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.QuestionListener;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.api.query.Suggestions;
import dev.tributary.core.CentralStore;
import dev.tributary.nl2sql.internal.conversation.FollowUps;
import dev.tributary.nl2sql.internal.conversation.StoredConversations;
import dev.tributary.nl2sql.internal.model.ModelSql;
import dev.tributary.nl2sql.internal.model.PromptConfig;
import dev.tributary.nl2sql.internal.pipeline.CurrentSchema;
import dev.tributary.nl2sql.internal.pipeline.Parts;
import dev.tributary.nl2sql.internal.pipeline.Pipeline;
import dev.tributary.nl2sql.internal.pipeline.PlainDescriber;
import dev.tributary.nl2sql.internal.tombstone.LiveRows;
import dev.tributary.nl2sql.internal.watch.Listeners;
import dev.tributary.nl2sql.internal.watch.QuestionEvents;
import dev.tributary.nl2sql.internal.watch.QuestionMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about the tables of a database: SQL is proposed, passes {@link SqlGate}, runs
 * by {@link ReadOnlyQuery}, and its rows are described. SQL that is refused or fails goes back to
 * its generator a bounded number of times.
 *
 * <p>Thread-safe. Works on the thread that asks; interrupting it, or {@link #cancel}, stops the
 * question.
 */
public final class Nl2Sql implements QueryEngine {
  /** How often SQL that did not do goes back unless set otherwise: {@value}. */
  public static final int DEFAULT_REPAIRS = 1;

  /** How often SQL may go back at most: {@value}. */
  public static final int MOST_REPAIRS = 3;

  /** How many earlier questions of a conversation count: {@value}. */
  public static final int TURNS = 10;

  private final CurrentSchema schema;
  private final Examiner examiner;
  private final Pipeline pipeline;
  private final Conversations conversations;
  private final Suggestions suggestions;

  private Nl2Sql(Builder builder) {
    this.schema = new CurrentSchema(builder.schema(), builder.refreshAfter, builder.clock);
    this.examiner = new Examiner(builder.dialect);
    this.conversations = builder.conversations;
    this.suggestions = builder.suggestions;
    this.pipeline =
        new Pipeline(
            new Parts(
                builder.dialect.name().toLowerCase(Locale.ROOT),
                schema,
                builder.generators(),
                examiner,
                new Runner(
                    builder.dialect,
                    builder.connections,
                    new LiveRows(
                        builder.tombstoned, builder.tombstone, builder.dialect == SqlDialect.MYSQL),
                    builder.limits,
                    builder.clock,
                    builder.ticker),
                builder.describer,
                builder.cache,
                builder.origin,
                builder.conversations,
                new Listeners(builder.listeners),
                builder.clock,
                builder.ticker,
                new Parts.Limits(builder.repairs, builder.limits.rows(), TURNS, builder.policy)));
  }

  /**
   * Starts an engine.
   *
   * @param dialect the server's SQL
   * @param connections gives connections in auto-commit mode, best of a user that may only read;
   *     each is used for one query and closed
   * @param schema looks at the tables that can be asked about; called when they are first needed
   *     and at {@link #refreshSchema}
   * @return a builder without generators
   */
  public static Builder builder(
      SqlDialect dialect, DataSource connections, Supplier<DataSchema> schema) {
    return new Builder(dialect, connections, schema);
  }

  @Override
  public Outcome ask(Question question, Progress progress) {
    return pipeline.ask(
        Objects.requireNonNull(question, "question"), Objects.requireNonNull(progress, "progress"));
  }

  @Override
  public Outcome execute(SqlQuery query) {
    return pipeline.execute(Objects.requireNonNull(query, "query"));
  }

  @Override
  public SqlCheck check(String sql) {
    return examiner.examine(sql, schema.get());
  }

  @Override
  public boolean cancel(String requestId) {
    return pipeline.cancel(requestId);
  }

  @Override
  public List<String> suggestions(String prefix, String sessionId, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ": use at least 1");
    }
    List<GenerationRequest.Turn> turns =
        sessionId.isEmpty() ? List.of() : conversations.recent(sessionId, TURNS);
    return suggestions.suggest(schema.get(), turns, prefix, limit);
  }

  /**
   * Forgets conversations in which nothing was asked for long.
   *
   * @param before those whose last question is older
   * @return how many were forgotten
   */
  public int forgetConversations(Instant before) {
    return conversations.forget(before);
  }

  @Override
  public DataSchema schema() {
    return schema.get();
  }

  @Override
  public DataSchema refreshSchema() {
    return schema.refresh();
  }

  /** Collects what an engine works with. Not thread-safe. */
  public static final class Builder {
    private final SqlDialect dialect;
    private final DataSource connections;
    private final Supplier<DataSchema> schema;
    private @Nullable UnaryOperator<DataSchema> enricher;
    private final List<SqlGenerator> generators = new ArrayList<>();
    private @Nullable LanguageModel model;
    private boolean shareValues;
    private String guidance = "";
    private Describer describer = PlainDescriber.INSTANCE;
    private ResultCache cache = ResultCache.NONE;
    private DataOrigin origin = DataOrigin.UNKNOWN;
    private Conversations conversations = Conversations.NONE;
    private Suggestions suggestions = Suggestions.NONE;
    private final List<QuestionListener> listeners = new ArrayList<>();
    private InstantSource clock = Clock.systemUTC();
    private LongSupplier ticker = System::nanoTime;
    private QueryLimits limits = QueryLimits.DEFAULT;
    private Duration refreshAfter = Duration.ZERO;
    private int repairs = DEFAULT_REPAIRS;
    private String policy = "";
    private Set<String> tombstoned = Set.of();
    private String tombstone = "";

    private Builder(SqlDialect dialect, DataSource connections, Supplier<DataSchema> schema) {
      this.dialect = Objects.requireNonNull(dialect, "dialect");
      this.connections = Objects.requireNonNull(connections, "connections");
      this.schema = Objects.requireNonNull(schema, "schema");
    }

    /**
     * Sets a language model, which is asked before all generators. Default: none.
     *
     * @param value writes SQL
     * @return this builder
     */
    public Builder model(LanguageModel value) {
      this.model = Objects.requireNonNull(value, "model");
      return this;
    }

    /**
     * Sets whether the language model may be told stored values: samples, least and greatest
     * values, and summaries of earlier answers. Default false: it is told names, types, keys,
     * descriptions and numbers of rows, questions and their SQL, and what the server says of SQL
     * that failed.
     *
     * @param value true to tell them
     * @return this builder
     */
    public Builder shareValues(boolean value) {
      this.shareValues = value;
      return this;
    }

    /**
     * Sets what the language model should know of the domain besides the tables. Default nothing.
     *
     * @param value a few sentences
     * @return this builder
     */
    public Builder guidance(String value) {
      this.guidance = Objects.requireNonNull(value, "guidance");
      return this;
    }

    /**
     * Adds what proposes SQL. The first that is added is asked first; where it throws a {@link
     * dev.tributary.api.query.ModelException}, the next one is asked, and the answer says so.
     *
     * @param generator proposes SQL
     * @return this builder
     */
    public Builder generator(SqlGenerator generator) {
      generators.add(Objects.requireNonNull(generator, "generator"));
      return this;
    }

    /**
     * Adds a generator that takes every question on its own. Follow-ups such as "and by month?"
     * reach it said in full, as far as that can be known.
     *
     * @param generator proposes SQL
     * @return this builder
     */
    public Builder standalone(SqlGenerator generator) {
      return generator(new FollowUps(Objects.requireNonNull(generator, "generator")));
    }

    /**
     * Sets after how long the tables are looked at anew, beside the question that finds them old.
     * Default zero: only at {@link Nl2Sql#refreshSchema}.
     *
     * @param age zero for never
     * @return this builder
     */
    public Builder refreshAfter(Duration age) {
      insist(!age.isNegative(), "refreshAfter is " + age + ": use zero or more");
      this.refreshAfter = age;
      return this;
    }

    /**
     * Sets what adds descriptions to tables when they are looked at. Default: nothing does.
     *
     * @param value such as a {@link SchemaEnricher}
     * @return this builder
     */
    public Builder enricher(UnaryOperator<DataSchema> value) {
      this.enricher = Objects.requireNonNull(value, "enricher");
      return this;
    }

    /**
     * Sets what makes rows readable. Default: a plain table.
     *
     * @param value describes rows
     * @return this builder
     */
    public Builder describer(Describer value) {
      this.describer = Objects.requireNonNull(value, "describer");
      return this;
    }

    /**
     * Sets what keeps rows for a while. Default: nothing is kept.
     *
     * @param value the cache
     * @return this builder
     */
    public Builder cache(ResultCache value) {
      this.cache = Objects.requireNonNull(value, "cache");
      return this;
    }

    /**
     * Sets what knows where data is from. Default: nothing is known, and nothing cached.
     *
     * @param value traces tables
     * @return this builder
     */
    public Builder origin(DataOrigin value) {
      this.origin = Objects.requireNonNull(value, "origin");
      return this;
    }

    /**
     * Sets what remembers conversations. Default: each question stands on its own.
     *
     * @param value the memory
     * @return this builder
     */
    public Builder conversations(Conversations value) {
      this.conversations = Objects.requireNonNull(value, "conversations");
      return this;
    }

    /**
     * Sets what thinks of questions to ask. Default: nothing does.
     *
     * @param value suggests questions
     * @return this builder
     */
    public Builder suggestions(Suggestions value) {
      this.suggestions = Objects.requireNonNull(value, "suggestions");
      return this;
    }

    /**
     * Adds what hears of every question. Default: nobody.
     *
     * @param value the listener
     * @return this builder
     */
    public Builder listener(QuestionListener value) {
      listeners.add(Objects.requireNonNull(value, "listener"));
      return this;
    }

    /**
     * Sets where metrics go: how long questions and their steps take, and what tokens models took.
     * Default: nowhere.
     *
     * @param registry the registry
     * @return this builder
     */
    public Builder metrics(MeterRegistry registry) {
      return listener(new QuestionMetrics(registry));
    }

    /**
     * Sets the store that keeps conversations and an event of every question. Default: none.
     *
     * @param store the store; may be another database than the one that is asked about
     * @return this builder
     */
    public Builder store(CentralStore store) {
      return conversations(new StoredConversations(store)).listener(new QuestionEvents(store));
    }

    /**
     * Sets the clock that says when "yesterday" was. Default: the system's.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(InstantSource value) {
      this.clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Sets what measures how long steps take. Default {@link System#nanoTime}.
     *
     * @param value gives nanoseconds
     * @return this builder
     */
    public Builder ticker(LongSupplier value) {
      this.ticker = Objects.requireNonNull(value, "ticker");
      return this;
    }

    /**
     * Sets what the query of an answer may take. Default {@link QueryLimits#DEFAULT}.
     *
     * @param value time, rows and bytes; a question may ask for fewer rows
     * @return this builder
     */
    public Builder limits(QueryLimits value) {
      this.limits = Objects.requireNonNull(value, "limits");
      return this;
    }

    /**
     * Sets how often SQL that was refused or failed goes back to its generator. Default {@value
     * Nl2Sql#DEFAULT_REPAIRS}.
     *
     * @param times 0 to {@value Nl2Sql#MOST_REPAIRS}
     * @return this builder
     */
    public Builder repairs(int times) {
      insist(
          times >= 0 && times <= MOST_REPAIRS,
          "repairs is " + times + ": use 0 to " + MOST_REPAIRS);
      this.repairs = times;
      return this;
    }

    /**
     * Names what whoever asks this engine may see. Cached results do not cross policies. Default
     * empty.
     *
     * @param value the name
     * @return this builder
     */
    public Builder policy(String value) {
      this.policy = Objects.requireNonNull(value, "policy");
      return this;
    }

    /**
     * Names tables that keep deleted rows. Queries read their other rows only, whoever wrote the
     * SQL. Default none.
     *
     * @param tables the names of the tables
     * @param column the column that says when a row was deleted, null in those that are there
     * @return this builder
     */
    public Builder tombstones(Set<String> tables, String column) {
      this.tombstoned = Set.copyOf(tables);
      this.tombstone = Objects.requireNonNull(column, "column");
      return this;
    }

    /**
     * Makes the engine.
     *
     * @return the engine
     */
    public Nl2Sql build() {
      return new Nl2Sql(this);
    }

    private Supplier<DataSchema> schema() {
      UnaryOperator<DataSchema> added = enricher;
      if (added == null) {
        return schema;
      }
      return () -> added.apply(schema.get());
    }

    private List<SqlGenerator> generators() {
      List<SqlGenerator> all = new ArrayList<>();
      if (model != null) {
        PromptConfig config =
            new PromptConfig(shareValues, PromptConfig.DEFAULT_SCHEMA_TOKENS, guidance);
        all.add(new ModelSql(model, config));
      }
      all.addAll(generators);
      return List.copyOf(all);
    }

    private static void insist(boolean holds, String message) {
      if (!holds) {
        throw new IllegalArgumentException(message);
      }
    }
  }
}
