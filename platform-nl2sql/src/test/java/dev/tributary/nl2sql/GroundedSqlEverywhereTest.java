package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.Question;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same tables and questions give the same SQL, byte for byte, wherever they are read. */
class GroundedSqlEverywhereTest {
  private static final List<String> DATABASES =
      List.of("library", "hospital", "football", "shop", "school", "film");

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void goHome() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "ar-EG-u-nu-arab, Asia/Kathmandu",
    "th-TH-u-ca-buddhist-nu-thai, Pacific/Kiritimati"
  })
  void writesTheSame(String language, String place) throws SQLException {
    List<String> atHome = proposals();

    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(place));

    assertThat(proposals()).isEqualTo(atHome);
  }

  /** Also the tables are looked at anew, in each dialect. */
  private static List<String> proposals() throws SQLException {
    List<String> proposals = new ArrayList<>();
    for (String name : DATABASES) {
      try (QuestionDatabase database = QuestionDatabase.named(name)) {
        SchemaSnapshot snapshot = database.snapshot();
        GroundedSql generator = GroundedSql.over(snapshot);
        List<String> lines = QuestionDatabase.text(name + ".txt").lines().toList();
        for (int i = 0; i < lines.size(); i += 2) {
          for (String dialect : List.of("sqlite", "postgresql", "mysql")) {
            proposals.add(text(generator.propose(request(lines.get(i), snapshot, dialect))));
          }
        }
        proposals.add(snapshot.schema().toString());
      }
    }
    return proposals;
  }

  private static String text(Proposal proposal) {
    return proposal instanceof Proposal.Sql sql
        ? sql.sql() + " -- " + sql.explanation()
        : proposal.toString();
  }

  private static GenerationRequest request(
      String question, SchemaSnapshot snapshot, String dialect) {
    return new GenerationRequest(
        Question.of(question), snapshot.schema(), dialect, Instant.EPOCH, List.of(), List.of());
  }
}
