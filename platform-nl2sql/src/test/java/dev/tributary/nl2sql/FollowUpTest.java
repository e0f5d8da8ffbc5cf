package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.TokenUsage;
import dev.tributary.nl2sql.internal.conversation.FollowUps;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {
  private final Scripted generator = new Scripted("grounded").sql("SELECT 1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders by country            | and by month?             | orders by month
          orders by country            | also by month             | orders by country and month
          total amount of orders       | by customer               | total amount of orders by customer
          top 10 products by revenue   | per region                | top 10 products by revenue per region
          How many orders?             | only for Germany          | How many orders for Germany
          orders for Germany by month  | and for France?           | orders for France by month
          orders for Germany           | only in Berlin            | orders for Germany in Berlin
          logins last week by country  | what about last month?    | logins last month by country
          logins by country            | yesterday                 | logins by country yesterday
          failed logins in 2024        | and in 2025?              | failed logins in 2025
          top 10 products by revenue   | only the top 3            | top 3 products by revenue
          orders by country            | the top 5                 | orders by country top 5
          orders                       | where amount is over 100  | orders where amount is over 100
          orders by country            | without Germany           | orders by country without Germany
          """)
  void isSaidInFull(String earlier, String followUp, String full) {
    assertThat(understood(followUp, earlier)).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource({
    "how many customers are there",
    "and which customers have no orders?",
    "show customers by name",
    "customers",
    "where are the customers from"
  })
  void isLeftAsItIsWhenItNeedsNoOther(String question) {
    assertThat(understood(question, "orders by country")).isEqualTo(question);
  }

  /** As if whatever has a capital letter were a stored value, and all else a name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          orders by month             | What about Germany?  | orders by month for Germany
          orders for France by month  | what about Germany?  | orders for Germany by month
          orders in France last week  | and Germany?         | orders in Germany last week
          How many orders?            | and Acme             | How many orders for Acme
          orders for France           | what about customers | customers
          """)
  void aStoredValueNarrowsDownWhatWasAskedBefore(String earlier, String followUp, String full) {
    SqlGenerator values =
        new SqlGenerator() {
          @Override
          public String name() {
            return "values";
          }

          @Override
          public Proposal propose(GenerationRequest request) {
            String text = request.question().text();
            String sql = text.replaceAll("\\b(?!How)([A-Z]\\w+)", "'$1'");
            return new Proposal.Sql(sql, text, List.of(), TokenUsage.NONE);
          }
        };

    Proposal proposal = new FollowUps(values).propose(request(followUp, earlier));

    assertThat(((Proposal.Sql) proposal).sql().replace("'", "")).isEqualTo(full);
  }

  @Test
  void buildsOnFollowUpsBefore() {
    assertThat(understood("only for Germany", "orders by country", "and by month?"))
        .isEqualTo("orders by month for Germany");
  }

  /** Of logins either the rows or the users can be counted; the rows are picked. */
  @Test
  void goesOnInTheSenseThatWasPicked() {
    Scripted grounded =
        new Scripted("grounded")
            .then(request -> asked(request, " and the month"))
            .then(request -> proposed("show the number of rows of logins and the month"));

    Proposal proposal = new FollowUps(grounded).propose(afterPickingRows("and by month?"));

    assertThat(grounded.asked)
        .extracting(request -> request.question().text())
        .containsExactly(
            "logins by month",
            "logins by month (meaning: show the number of rows of logins and the month)");
    assertThat(proposal).isInstanceOf(Proposal.Sql.class);
  }

  @Test
  void isNotAnsweredInAnotherSenseThanWasPicked() {
    Scripted grounded =
        new Scripted("grounded")
            .then(request -> proposed("show the number of different users and the month"));

    Proposal proposal = new FollowUps(grounded).propose(afterPickingRows("and by month?"));

    assertThat(((Proposal.Decline) proposal).refusal().message())
        .contains("show the number of rows of logins", "Ask it in full");
  }

  private static GenerationRequest afterPickingRows(String question) {
    List<Outcome.Option> options = readings("logins", "");
    return new GenerationRequest(
        new Question(question, "s", "", ZoneOffset.UTC, 0),
        Shop.schema(),
        "sqlite",
        Shop.NOON,
        List.of(
            new GenerationRequest.Turn("logins", "", "asked back", options),
            new GenerationRequest.Turn(options.getLast().question(), "SELECT 1", "1 row.")),
        List.of());
  }

  private static List<Outcome.Option> readings(String question, String more) {
    return Stream.of("show the number of different users", "show the number of rows of logins")
        .map(reading -> reading + more)
        .map(reading -> new Outcome.Option(reading, question + " (meaning: " + reading + ")"))
        .toList();
  }

  private static Proposal asked(GenerationRequest request, String more) {
    return new Proposal.Clarify(
        new Outcome.NeedsClarification(
            "Which of these is meant?", readings(request.question().text(), more)),
        TokenUsage.NONE);
  }

  private static Proposal proposed(String reading) {
    return new Proposal.Sql("SELECT 2", reading, List.of(), TokenUsage.NONE);
  }

  @Test
  void saysHowItWasTaken() {
    Proposal proposal = propose("and by month?", "orders by country");

    assertThat(((Proposal.Sql) proposal).explanation())
        .isEqualTo("Taken as \"orders by month\". as scripted");
  }

  @Test
  void asksBackWhenItCouldMeanSeveralThings() {
    Scripted lost = new Scripted("grounded");
    for (int i = 0; i < 10; i++) {
      lost.then(request ->
          new Proposal.Decline(
              new Outcome.Refused(Outcome.Reason.UNKNOWN_TERM, "what?", List.of(), List.of()),
              TokenUsage.NONE));
    }

    Proposal proposal =
        new FollowUps(lost).propose(request("what about Germany?", "orders by month"));

    assertThat(((Proposal.Clarify) proposal).clarification().options())
        .extracting(Outcome.Option::question)
        .containsExactly("orders by month for Germany", "Germany");
  }

  @Test
  void unansweredQuestionsAreNotBuiltOn() {
    GenerationRequest request =
        new GenerationRequest(
            Question.of("and by month?"),
            Shop.schema(),
            "sqlite",
            Shop.NOON,
            List.of(new GenerationRequest.Turn("asdf", "", "not understood")),
            List.of());

    new FollowUps(generator).propose(request);

    assertThat(generator.asked.getFirst().question().text()).isEqualTo("and by month?");
  }

  private String understood(String question, String... earlier) {
    propose(question, earlier);
    return generator.asked.getLast().question().text();
  }

  private Proposal propose(String question, String... earlier) {
    return new FollowUps(generator).propose(request(question, earlier));
  }

  private static GenerationRequest request(String question, String... earlier) {
    return new GenerationRequest(
        new Question(question, "s", "", ZoneOffset.UTC, 0),
        Shop.schema(),
        "sqlite",
        Shop.NOON,
        Stream.of(earlier)
            .map(text -> new GenerationRequest.Turn(text, "SELECT 1", "1 row."))
            .toList(),
        List.of());
  }
}
