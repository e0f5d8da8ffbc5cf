package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class GroundedSqlPropertyTest {
  private static QuestionDatabase database;
  private static SchemaSnapshot snapshot;
  private static GroundedSql generator;
  private static SqlGate gate;

  @BeforeContainer
  static void open() throws SQLException {
    database = QuestionDatabase.named("film");
    snapshot = database.snapshot();
    generator = GroundedSql.over(snapshot);
    gate = SqlGate.builder(SqlDialect.SQLITE).catalog(snapshot.catalog()).build();
  }

  @AfterContainer
  static void close() throws SQLException {
    database.close();
  }

  @Property(tries = 300)
  void anyTextComesToSomething(@ForAll @NotBlank @StringLength(max = 300) String text) {
    assertThat(generator.propose(request(text))).isNotNull();
  }

  @Property(tries = 300)
  void whateverIsProposedPassesTheGateAndRuns(@ForAll("questions") String question)
      throws SQLException {
    if (generator.propose(request(question)) instanceof Proposal.Sql proposal) {
      Verdict verdict = gate.check(proposal.sql());

      assertThat(verdict).as(proposal.sql()).isInstanceOf(Verdict.Allowed.class);
      assertThat(database.rows(((Verdict.Allowed) verdict).sql(), false)).isNotNull();
    }
  }

  @Property(tries = 100)
  void sameQuestionGivesTheSameProposalWhereverItIsAsked(@ForAll("questions") String question) {
    Proposal here = generator.propose(request(question));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

      assertThat(GroundedSql.over(snapshot).propose(request(question))).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Property(tries = 100)
  void unknownNounIsNamed(@ForAll("nouns") String noun) {
    Proposal proposal = generator.propose(request("How many movies have a " + noun + "?"));

    assertThat(proposal)
        .isInstanceOfSatisfying(
            Proposal.Decline.class,
            decline ->
                assertThat(decline.refusal().terms())
                    .extracting(Outcome.UnknownTerm::term)
                    .contains(noun));
  }

  @Provide
  Arbitrary<String> nouns() {
    return Arbitraries.of("tractor", "umbrella", "dividend", "passport", "sandwich", "glacier");
  }

  @Provide
  Arbitrary<String> questions() {
    Arbitrary<String> words =
        Arbitraries.of(
            "how many",
            "show",
            "the",
            "names",
            "of",
            "movies",
            "actors",
            "cinemas",
            "directors",
            "with",
            "more than",
            "2",
            "2016",
            "screens",
            "highest",
            "average",
            "budget",
            "for each",
            "studio",
            "city",
            "not",
            "without",
            "any",
            "showing",
            "from",
            "Oslo",
            "Bonn",
            "and",
            "or",
            "both",
            "ordered by",
            "age",
            "descending",
            "different",
            "most",
            "in",
            "whose",
            "title",
            "contains",
            "\"Moon\"",
            "older than",
            "youngest",
            "number of",
            "per month",
            "by year",
            "which day",
            "before June 2020",
            "last week",
            "percentage of",
            "average number of",
            "compare",
            "on weekends",
            "monthly",
            "top 3 months by",
            "month over month change in",
            "compared with the previous month",
            "on average",
            "compared with last month",
            "this month",
            "without a",
            "when was the first",
            "average price above 10",
            "at least one",
            "5 largest",
            "ratio of",
            "to",
            "top 3",
            ",");
    return words.list().ofMinSize(2).ofMaxSize(12).map(list -> String.join(" ", list));
  }

  private static GenerationRequest request(String question) {
    return new GenerationRequest(
        Question.of(question), snapshot.schema(), "sqlite", Instant.EPOCH, List.of(), List.of());
  }
}
