package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Provenance;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.ResultCache;
import dev.tributary.api.query.SqlCheck;
import dev.tributary.api.query.Stage;
import dev.tributary.api.query.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way. The graph's state holds names and numbers only, because the library
 * copies it at every step by serialising it; what the steps work on is here. Belongs to the thread
 * that asks.
 */
final class Run {
  /** What is asked, in full once it is grounded; null where SQL was given. */
  @Nullable Question question;

  final int maxRows;
  final Instant at;
  final List<GenerationRequest.Attempt> attempts = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  List<GenerationRequest.Turn> turns = List.of();

  /** Which of the generators is asked. */
  int generator;

  String generatorName = "sql";
  String explanation = "";

  /** What was wrong with the last SQL. */
  String fault = "";

  /** What came of the step at hand. */
  String detail = "";

  TokenUsage tokens = TokenUsage.NONE;
  TokenUsage stepTokens = TokenUsage.NONE;
  boolean fromCache;
  private @Nullable DataSchema schema;
  private @Nullable String sql;
  private @Nullable SqlCheck check;
  private ResultCache.@Nullable Rows rows;
  private @Nullable Provenance provenance;
  private @Nullable Outcome outcome;

  Run(@Nullable Question question, @Nullable String sql, int maxRows, Instant at) {
    this.question = question;
    this.sql = sql;
    this.maxRows = maxRows;
    this.at = at;
  }

  /** Which attempt at SQL this is, from 1. */
  int attempt() {
    return attempts.size() + 1;
  }

  DataSchema schema() {
    return Objects.requireNonNull(schema, "schema");
  }

  void schema(DataSchema value) {
    this.schema = value;
  }

  void propose(Proposal.Sql proposal) {
    this.sql = proposal.sql();
    this.explanation = proposal.explanation();
    this.check = null;
    proposal.ignored().forEach(word -> warn("'" + word + "' was left out of account"));
  }

  /** The SQL as it was proposed or, once the gate let it pass, as it runs; empty if none. */
  String sql() {
    if (check != null && check.allowed()) {
      return check.sql();
    }
    return sql == null ? "" : sql;
  }

  SqlCheck check() {
    return Objects.requireNonNull(check, "check");
  }

  void check(SqlCheck value) {
    this.check = value;
  }

  ResultCache.Rows rows() {
    return Objects.requireNonNull(rows, "rows");
  }

  void rows(ResultCache.Rows value, boolean cached) {
    this.rows = value;
    this.fromCache = cached;
  }

  Provenance provenance() {
    return Objects.requireNonNull(provenance, "provenance");
  }

  void provenance(Provenance value) {
    this.provenance = value;
  }

  void spend(TokenUsage used) {
    tokens = tokens.plus(used);
    stepTokens = stepTokens.plus(used);
  }

  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  @Nullable Outcome outcome() {
    return outcome;
  }

  /** Ends the run; where it already ended, the first outcome stands. */
  void end(Outcome value) {
    if (outcome == null) {
      outcome = value;
    }
  }

  void fail(Stage stage, String code, String message) {
    end(new Outcome.Failed(stage, code, message, sql()));
  }
}
