package dev.tributary.nl2sql;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome.NeedsClarification;
import dev.tributary.api.query.Outcome.Option;
import dev.tributary.api.query.Outcome.Reason;
import dev.tributary.api.query.Outcome.Refused;
import dev.tributary.api.query.Outcome.UnknownTerm;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.nl2sql.internal.ground.Grounder;
import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.reading.Decision;
import dev.tributary.nl2sql.internal.reading.Reading;
import dev.tributary.nl2sql.internal.reading.Understanding;
import dev.tributary.nl2sql.internal.render.Dialect;
import dev.tributary.nl2sql.internal.render.SqlText;
import dev.tributary.nl2sql.internal.render.Wording;
import dev.tributary.nl2sql.internal.words.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proposes SQL without a language model: links the words of a question to tables, columns and
 * stored texts, finds the ways to read it, and takes the likeliest if that is likely enough. It
 * asks back where readings are too close, and declines where a word means nothing it knows. The
 * same question over the same tables gives the same proposal, byte for byte. Thread-safe.
 */
public final class GroundedSql implements SqlGenerator {
  private final Supplier<SchemaSnapshot> snapshots;
  private final AtomicReference<@Nullable Prepared> prepared = new AtomicReference<>();

  private GroundedSql(Supplier<SchemaSnapshot> snapshots) {
    this.snapshots = snapshots;
  }

  /** What was made of a snapshot. */
  private record Prepared(SchemaSnapshot snapshot, Understanding understanding) {}

  /**
   * A generator for tables that do not change.
   *
   * @param snapshot the tables
   * @return the generator
   */
  public static GroundedSql over(SchemaSnapshot snapshot) {
    return following(() -> snapshot);
  }

  /**
   * A generator for tables that are looked at again from time to time. It answers about the newest
   * snapshot, whatever schema a request carries, and prepares anew when it gets another one.
   *
   * @param snapshots gives the newest snapshot
   * @return the generator
   */
  public static GroundedSql following(Supplier<SchemaSnapshot> snapshots) {
    return new GroundedSql(snapshots);
  }

  private Understanding understanding() {
    SchemaSnapshot snapshot = snapshots.get();
    Prepared known = prepared.get();
    if (known == null || known.snapshot() != snapshot) {
      known = new Prepared(snapshot, Understanding.of(snapshot.schema(), snapshot.values()));
      prepared.set(known);
    }
    return known.understanding();
  }

  @Override
  public String name() {
    return "grounded";
  }

  @Override
  public Proposal propose(GenerationRequest request) {
    Understanding understanding = understanding();
    Grounding grounding = understanding.grounder().of(request.question().text());
    List<Reading> found = understanding.readings().of(grounding, today(request));
    SqlText sql = new SqlText(Dialect.of(request.dialect()));
    return switch (Decision.of(found, reading -> sql.of(reading.query()))) {
      case Decision.Take take ->
          new Proposal.Sql(
              sql.of(take.reading().query()),
              Wording.of(take.reading().query()),
              List.of(),
              TokenUsage.NONE);
      case Decision.Ask ask ->
          new Proposal.Clarify(
              new NeedsClarification("Which of these is meant?", options(ask.readings())),
              TokenUsage.NONE);
      case Decision.Pass pass ->
          new Proposal.Decline(
              refusal(understanding.grounder(), grounding, found), TokenUsage.NONE);
    };
  }

  private static LocalDate today(GenerationRequest request) {
    return LocalDate.ofInstant(request.now(), request.question().zone());
  }

  private static List<Option> options(List<Reading> readings) {
    return readings.stream()
        .map(reading -> Wording.of(reading.query()))
        .map(words -> new Option(words, words))
        .toList();
  }

  private static Refused refusal(Grounder grounder, Grounding grounding, List<Reading> found) {
    @Nullable Reading best = found.isEmpty() ? null : found.get(0);
    if (best == null || best.draft().unknown().isEmpty()) {
      boolean linked = grounding.spans().stream().anyMatch(spans -> !spans.isEmpty());
      return new Refused(
          linked ? Reason.CANNOT_ANSWER : Reason.NOT_A_DATA_QUESTION,
          linked
              ? "No reading of the question over these tables is likely enough."
              : "Nothing in the question is about these tables.",
          List.of(),
          List.of());
    }
    List<UnknownTerm> terms =
        best.draft().unknown().stream()
            .map(position -> grounding.tokens().get(position))
            .filter(token -> token.kind() != Token.Kind.MARK)
            .map(token -> new UnknownTerm(token.text(), grounder.nearest(token.stem())))
            .toList();
    String words = String.join(", ", terms.stream().map(UnknownTerm::term).toList());
    return new Refused(
        Reason.UNKNOWN_TERM, "The tables know nothing of: " + words + ".", terms, List.of());
  }

  /** The readings of a question, for whoever tunes the generator. */
  List<Reading> readings(String question, LocalDate today) {
    Understanding understanding = understanding();
    return understanding.readings().of(understanding.grounder().of(question), today);
  }
}
