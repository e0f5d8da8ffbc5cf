package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate says the same wherever it runs. */
class SqlGateEverywhereTest {
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
    "th-TH-u-ca-buddhist-nu-thai, Pacific/Kiritimati",
    "de-DE, America/St_Johns"
  })
  void saysTheSame(String language, String place) {
    List<Verdict> atHome = verdicts();

    Locale.setDefault(Locale.forLanguageTag(language));
    TimeZone.setDefault(TimeZone.getTimeZone(place));

    assertThat(verdicts().toString()).isEqualTo(atHome.toString());
  }

  private static List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (String table : List.of("gate-benign.yaml", "gate-attacks.yaml")) {
      Map<String, List<String>> families = Spec.read(table, new TypeReference<>() {});
      families.forEach((dialect, statements) -> {
        SqlGate gate =
            SqlGate.builder(SqlDialect.valueOf(dialect.toUpperCase(Locale.ROOT)))
                .rowLimit(1_000)
                .build();
        statements.forEach(sql -> verdicts.add(gate.check(sql)));
      });
    }
    return verdicts;
  }
}
