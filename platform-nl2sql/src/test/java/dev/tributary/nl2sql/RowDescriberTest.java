package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.api.query.Chart;
import dev.tributary.api.query.Describer.Description;
import dev.tributary.api.query.Insight;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RowDescriberTest {
  private static final String BY_COUNTRY =
      "SELECT country, COUNT(*) AS n FROM payments GROUP BY country ORDER BY n DESC";
  private static final String BY_MONTH =
      "SELECT strftime('%Y-%m', paid_at) AS month, SUM(amount_eur) AS total FROM payments GROUP BY 1";

  private static Described byCountry() {
    return Described.query(BY_COUNTRY, "country", "n")
        .row("DE", 120)
        .row("FR", 80)
        .row("US", 70)
        .row("SG", 65)
        .row("GB", 65);
  }

  private static Described byMonth(int... amounts) {
    Described described = Described.query(BY_MONTH, "month", "total");
    for (int i = 0; i < amounts.length; i++) {
      described.row("20%02d-%02d".formatted(10 + i / 12, 1 + i % 12), amounts[i]);
    }
    return described;
  }

  private static String insight(Description description, String kind) {
    return description.insights().stream()
        .filter(insight -> insight.kind().equals(kind))
        .map(Insight::text)
        .findFirst()
        .orElse("none");
  }

  @Nested
  class Columns {
    @Test
    void takeTheirUnitFromWhatTheSqlReads() {
      Description description =
          Described.query(
                  "SELECT p.country, ROUND(AVG(p.amount_eur), 2) AS mean, COUNT(*) AS n,"
                      + " 100.0 * SUM(CASE WHEN fraud = 1 THEN 1 ELSE 0 END) / COUNT(*) AS share"
                      + " FROM payments p GROUP BY p.country",
                  "country",
                  "mean",
                  "n",
                  "share")
              .row("DE", 3.5, 7, 10.0)
              .description();

      assertThat(description.columns()).extracting("unit").containsExactly("", "EUR", "", "%");
    }

    @Test
    void areFollowedThroughSubqueries() {
      Description description =
          Described.query(
                  "WITH t AS (SELECT country AS c, SUM(amount_eur) AS s FROM payments GROUP BY"
                      + " country) SELECT x.c, x.s FROM (SELECT c, s FROM t) x",
                  "c",
                  "s")
              .row("DE", 3.5)
              .description();

      assertThat(description.columns()).extracting("unit").containsExactly("", "EUR");
    }

    @Test
    void areJudgedByTheirValuesWhereTheSqlDoesNotTell() {
      Description description =
          Described.query("SELECT 1 + 1, 'x', DATE('now')", "a", "b", "c")
              .row(2, "x", "2026-11-21")
              .description();

      assertThat(description.columns())
          .extracting("kind")
          .containsExactly(Kind.NUMBER, Kind.TEXT, Kind.DATE);
    }

    @Test
    void thatKeepTruthAsNumbersShowTruth() {
      Description description =
          Described.query("SELECT fraud, COUNT(*) AS n FROM payments GROUP BY fraud", "fraud", "n")
              .row(0, 90)
              .row(1, 10)
              .description();

      assertThat(description.columns().get(0).kind()).isEqualTo(Kind.BOOLEAN);
      assertThat(description.summary()).startsWith("false leads with 90 of 100 (90 %)");
    }
  }

  @Nested
  class Summaries {
    @Test
    void differentValuesAreCalledDifferentAndDoNotAddUp() {
      Description one =
          Described.query(
                  "SELECT COUNT(DISTINCT currency) FROM payments", "COUNT(DISTINCT currency)")
              .row(4)
              .description();
      Description many =
          Described.query(
                  "SELECT country, COUNT(DISTINCT currency) AS n FROM payments GROUP BY country",
                  "country",
                  "n")
              .row("DE", 3)
              .row("FR", 2)
              .description();

      assertThat(one.summary()).isEqualTo("Number of different currencies: 4.");
      assertThat(many.summary()).isEqualTo("DE leads with 3, followed by FR with 2.");
    }

    @Test
    void nameTheLeaderAndItsShare() {
      assertThat(byCountry().description().summary())
          .isEqualTo("DE leads with 120 of 400 (30 %), followed by FR with 80 and US with 70.");
    }

    @Test
    void claimNoShareOfWhatWasCutOff() {
      assertThat(byCountry().cut().description().summary())
          .isEqualTo(
              "DE leads with 120, followed by FR with 80 and US with 70."
                  + " There are more rows than these.");
    }

    @Test
    void sayWhatASingleNumberIs() {
      assertThat(
              Described.query("SELECT COUNT(*) FROM payments", "COUNT(*)")
                  .row(1234567)
                  .description()
                  .summary())
          .isEqualTo("Number of payments: 1,234,567.");
    }

    @Test
    void sayThatThereIsNoSum() {
      assertThat(
              Described.query("SELECT SUM(amount_eur) FROM payments", "s")
                  .row((Object) null)
                  .description()
                  .summary())
          .isEqualTo("There is no total amount eur, because nothing matches.");
    }

    @Test
    void sayThatNothingMatches() {
      assertThat(Described.query(BY_COUNTRY, "country", "n").description().summary())
          .isEqualTo("Nothing matches.");
    }

    @Test
    void startWithTheLeastWhereTheLeastCameFirst() {
      assertThat(
              Described.query(BY_COUNTRY, "country", "n")
                  .row("IE", 4)
                  .row("AT", 9)
                  .description()
                  .summary())
          .isEqualTo("IE has the least with 4, followed by AT with 9.");
    }

    @Test
    void nameAllWhoShareTheLead() {
      assertThat(
              Described.query(BY_COUNTRY, "country", "n")
                  .row("DE", 9)
                  .row("FR", 9)
                  .row("US", 1)
                  .description()
                  .summary())
          .isEqualTo("DE and FR share the lead with 9 each.");
    }

    @Test
    void tellACourse() {
      assertThat(byMonth(10, 40, 30).description().summary())
          .isEqualTo(
              "Total amount eur went from 10 EUR (2010-01) to 30 EUR (2010-03),"
                  + " with the highest at 40 EUR (2010-02).");
    }

    @Test
    void listValues() {
      assertThat(
              Described.query("SELECT DISTINCT status FROM payments", "status")
                  .row("open")
                  .row("paid")
                  .description()
                  .summary())
          .isEqualTo("2 values of status: open and paid.");
    }
  }

  @Nested
  class Charts {
    @Test
    void ofFewShortNamesAreBars() {
      Chart chart = byCountry().description().chart();

      assertThat(chart.type()).isEqualTo(Chart.Type.BAR);
      assertThat(chart.x()).isEqualTo("country");
      assertThat(chart.y()).containsExactly("n");
    }

    @Test
    void ofLongNamesLie() {
      assertThat(byCountry().row("South Georgia and the Islands", 3).description().chart().type())
          .isEqualTo(Chart.Type.HORIZONTAL_BAR);
    }

    @Test
    void ofPercentagesThatAddUpArePies() {
      assertThat(
              Described.query(
                      "SELECT status, 100.0 * COUNT(*) / (SELECT COUNT(*) FROM payments) AS p"
                          + " FROM payments GROUP BY status",
                      "status",
                      "p")
                  .row("open", 25.0)
                  .row("paid", 75.0)
                  .description()
                  .chart()
                  .type())
          .isEqualTo(Chart.Type.PIE);
    }

    @Test
    void overTimeAreLines() {
      assertThat(byMonth(1, 2, 3).description().chart().type()).isEqualTo(Chart.Type.LINE);
    }

    @Test
    void ofPartsOverTimeAreAreas() {
      assertThat(
              Described.query(
                      "SELECT DATE(paid_at) AS d, status, COUNT(*) AS n FROM payments GROUP BY 1, 2",
                      "d",
                      "status",
                      "n")
                  .row(LocalDate.of(2026, 1, 1), "open", 3)
                  .row(LocalDate.of(2026, 1, 1), "paid", 4)
                  .row(LocalDate.of(2026, 1, 2), "open", 5)
                  .description()
                  .chart()
                  .type())
          .isEqualTo(Chart.Type.AREA);
    }

    @Test
    void ofOneNumberAreTheNumber() {
      assertThat(
              Described.query("SELECT COUNT(*) FROM payments", "n")
                  .row(3)
                  .description()
                  .chart()
                  .type())
          .isEqualTo(Chart.Type.KPI);
    }

    @Test
    void ofTwoAmountsAreClouds() {
      Described described =
          Described.query("SELECT amount, amount_eur FROM payments", "amount", "amount_eur");
      for (int i = 0; i < 9; i++) {
        described.row(new BigDecimal(i), 2.0 * i);
      }

      assertThat(described.description().chart().type()).isEqualTo(Chart.Type.SCATTER);
    }

    @Test
    void ofSingleRecordsAreTables() {
      Chart chart =
          Described.query("SELECT id, amount_eur FROM payments", "id", "amount_eur")
              .row(1, 2)
              .row(2, 5)
              .description()
              .chart();

      assertThat(chart.type()).isEqualTo(Chart.Type.TABLE);
      assertThat(chart.vegaLite()).isEmpty();
    }
  }

  @Nested
  class Insights {
    @Test
    void tellATrendWithItsTest() {
      Description rising = byMonth(1, 3, 2, 5, 7, 6, 9, 11, 10, 14, 13, 16).description();

      // scipy.stats.kendalltau of the same numbers agrees on the sign; z = (58 - 1) / sqrt(212.67).
      assertThat(insight(rising, "trend"))
          .isEqualTo(
              "Rising by about 1.33 EUR from one point to the next"
                  + " (Mann-Kendall test, p < 0.001).");
    }

    @Test
    void claimNoTrendWhereThereIsNone() {
      Description flat = byMonth(5, 3, 6, 4, 5, 6, 3, 5, 4, 6, 5, 4).description();

      assertThat(insight(flat, "trend"))
          .startsWith("No trend over 12 points (Mann-Kendall test, p =");
    }

    @Test
    void nameWhatIsFarFromTheOthers() {
      Description description = byMonth(10, 11, 9, 10, 12, 10, 60, 11, 9).description();

      assertThat(insight(description, "outlier"))
          .isEqualTo("Far from the median of 10 EUR: 2010-07 with 60 EUR (robust z 33.73).");
    }

    @Test
    void setAPeriodAsideThatIsNotOver() {
      Description description =
          Described.query(BY_MONTH, "month", "total")
              .row("2026-09", 10)
              .row("2026-10", 20)
              .row("2026-11", 3)
              .description();

      assertThat(insight(description, "unfinished"))
          .isEqualTo("2026-11 is not over yet; 3 EUR so far.");
      assertThat(insight(description, "change"))
          .isEqualTo("From 10 EUR (2026-09) to 20 EUR (2026-10), up by 10 EUR (100 %).");
    }

    @Test
    void countHowFewMakeUpMost() {
      Described described = Described.query(BY_COUNTRY, "country", "n").row("DE", 70).row("FR", 15);
      for (String country : new String[] {"US", "SG", "GB", "AT", "IE"}) {
        described.row(country, 3);
      }

      assertThat(insight(described.description(), "concentration"))
          .isEqualTo("2 of 7 make up 85 %.");
    }

    @Test
    void countWhatIsMissing() {
      assertThat(insight(byCountry().row(null, 3).description(), "missing"))
          .isEqualTo("1 of 6 rows have no country.");
    }
  }

  @Nested
  class Words {
    @Test
    void warnOfCurrenciesThatAreAddedUp() {
      assertThat(
              Described.query("SELECT SUM(amount) AS s FROM payments", "s")
                  .row(3)
                  .description()
                  .warnings())
          .containsExactly(
              "'amount' of payments is in the currency of each row: ask by currency, or for"
                  + " amount_eur");
      assertThat(
              Described.query("SELECT SUM(amount) AS s FROM payments WHERE currency = 'EUR'", "s")
                  .row(3)
                  .description()
                  .warnings())
          .isEmpty();
    }

    @Test
    void explainWhatWasRead() {
      assertThat(byCountry().description().explanation())
          .isEqualTo("Read from payments, one row for each country.");
    }

    @Test
    void tellApartQueriesThatDifferInTheirValuesAlone() {
      RowDescriber describer = RowDescriber.of((schema, question) -> true);

      Description first = filtered("O''Hare", 12, "'a', 'b'").by(describer);
      Description second = filtered("Rome", 3, "'c', 'd'").by(describer);

      assertThat(first.explanation())
          .contains("where country = 'O''Hare' AND client_id = 12 AND status IN ('a', 'b')");
      assertThat(second.explanation())
          .contains("where country = 'Rome' AND client_id = 3 AND status IN ('c', 'd')");
      assertThat(first.followUps().getFirst())
          .isEqualTo("number of payments with country O'Hare and with client id 12 per month");
      assertThat(second.followUps().getFirst())
          .isEqualTo("number of payments with country Rome and with client id 3 per month");
    }

    private static Described filtered(String country, int client, String statuses) {
      String sql =
          "SELECT COUNT(*) FROM payments WHERE country = '%s' AND client_id = %d AND status IN (%s)";
      return Described.query(sql.formatted(country, client, statuses), "n").row(3);
    }

    @Test
    void suggestOnlyWhatCanBeAnswered() {
      assertThat(byCountry().by(RowDescriber.of((schema, question) -> true)).followUps())
          .containsExactly(
              "number of payments per month",
              "number of payments by currency",
              "number of payments by status");
      assertThat(byCountry().description().followUps()).isEmpty();
    }

    @Test
    void areTheSameForTheSameRows() {
      assertThat(byCountry().description()).isEqualTo(byCountry().description());
    }
  }
}
