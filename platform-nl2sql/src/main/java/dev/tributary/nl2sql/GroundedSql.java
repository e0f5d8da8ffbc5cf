package dev.tributary.nl2sql;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome.NeedsClarification;
import dev.tributary.api.query.Outcome.Option;
import dev.tributary.api.query.Outcome.Reason;
import dev.tributary.api.query.Outcome.Refused;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.reading.Decision;
import dev.tributary.nl2sql.internal.reading.Meant;
import dev.tributary.nl2sql.internal.reading.Reading;
import dev.tributary.nl2sql.internal.reading.Refusals;
import dev.tributary.nl2sql.internal.reading.Understanding;
import dev.tributary.nl2sql.internal.render.Dialect;
import dev.tributary.nl2sql.internal.render.SqlText;
import dev.tributary.nl2sql.internal.render.Wording;
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
    Meant meant = Meant.of(request.question().text());
    Grounding grounding = understanding.grounder().of(meant.question());
    List<Reading> found = understanding.readings().of(grounding, today(request));
    SqlText sql = new SqlText(Dialect.of(request.dialect()));
    Decision decision = Decision.of(found, reading -> sql.of(reading.query()));
    return switch (settled(decision, meant.reading())) {
      case Decision.Take take ->
          new Proposal.Sql(
              sql.of(take.reading().query()),
              Wording.of(take.reading().query()),
              List.of(),
              TokenUsage.NONE);
      case Decision.Ask ask -> clarification(meant.question(), ask.readings());
      case Decision.Pass pass ->
          new Proposal.Decline(
              Refusals.of(understanding.grounder(), grounding, found, request.schema()),
              TokenUsage.NONE);
    };
  }

  private static LocalDate today(GenerationRequest request) {
    return LocalDate.ofInstant(request.now(), request.question().zone());
  }

  /** Takes the reading that is meant, if it is among those to choose from. */
  private static Decision settled(Decision decision, String meant) {
    if (!(decision instanceof Decision.Ask ask)) {
      return decision;
    }
    return ask.readings().stream()
        .filter(reading -> Wording.of(reading.query()).equals(meant))
        .findFirst()
        .<Decision>map(Decision.Take::new)
        .orElse(ask);
  }

  /** Readings that say the same in words cannot be chosen from; the likeliest stands for them. */
  private static Proposal clarification(String question, List<Reading> readings) {
    List<Option> options =
        readings.stream()
            .map(reading -> Wording.of(reading.query()))
            .distinct()
            .map(words -> new Option(words, new Meant(question, words).text()))
            .toList();
    if (options.size() < 2) {
      return new Proposal.Decline(
          new Refused(
              Reason.CANNOT_ANSWER,
              "The tables can be linked in several ways to answer this. Name the tables that are meant.",
              List.of(),
              List.of()),
          TokenUsage.NONE);
    }
    return new Proposal.Clarify(
        new NeedsClarification("Which of these is meant?", options), TokenUsage.NONE);
  }

  /** The readings of a question, for whoever tunes the generator. */
  List<Reading> readings(String question, LocalDate today) {
    Understanding understanding = understanding();
    return understanding.readings().of(understanding.grounder().of(question), today);
  }
}
