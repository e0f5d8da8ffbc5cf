package dev.tributary.ingest.internal.mapping;

import static dev.tributary.ingest.internal.mapping.OneColumn.reason;
import static dev.tributary.ingest.internal.mapping.OneColumn.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.ingest.config.FieldMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CastTest {
  private static FieldMapping.Builder rule() {
    return FieldMapping.builder();
  }

  @Nested
  class Integers {
    @ParameterizedTest
    @CsvSource({
      "42, 42",
      "' -7 ', -7",
      "+5, 5",
      "12.0, 12",
      "1e3, 1000",
      "0007, 7",
      "9223372036854775807, 9223372036854775807",
      "-9223372036854775808, -9223372036854775808"
    })
    void areReadFromText(String text, long expected) {
      assertThat(value(ColumnType.INTEGER, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "9223372036854775808, out_of_range",
      "1e400, out_of_range",
      "1.5, not_a_whole_number",
      "abc, not_a_number",
      "1 000, not_a_number",
      "0x10, not_a_number",
      "1d, not_a_number",
      "NaN, not_finite",
      "., not_a_number",
      "-, not_a_number",
      "'1,5', not_a_number"
    })
    void areRefusedWithAReason(String text, String reason) {
      assertThat(reason(ColumnType.INTEGER, text)).isEqualTo(reason);
    }

    @Test
    void comeFromTypedValues() {
      assertThat(value(ColumnType.INTEGER, new BigDecimal("12.00"))).isEqualTo(12L);
      assertThat(value(ColumnType.INTEGER, 3.0)).isEqualTo(3L);
      assertThat(reason(ColumnType.INTEGER, Double.NaN)).isEqualTo("not_finite");
    }
  }

  @Nested
  class Decimals {
    @Test
    void keepWhatWasWritten() {
      assertThat(value(ColumnType.DECIMAL, "150139.69")).isEqualTo(new BigDecimal("150139.69"));
      assertThat(value(ColumnType.DECIMAL, "-0.5")).isEqualTo(new BigDecimal("-0.5"));
      assertThat(value(ColumnType.DECIMAL, "1e2")).isEqualTo(new BigDecimal("100"));
      assertThat(value(ColumnType.DECIMAL, "1000000000000000000000"))
          .isEqualTo(new BigDecimal("1000000000000000000000"));
    }

    @Test
    void areRefusedBeyondFifteenDigits() {
      assertThat(reason(ColumnType.DECIMAL, "1234567890.123456")).isEqualTo("too_precise");
      assertThat(reason(ColumnType.DECIMAL, "0.00000000001")).isEqualTo("too_precise");
      assertThat(reason(ColumnType.DECIMAL, "1e999999")).isEqualTo("out_of_range");
      assertThat(value(ColumnType.DECIMAL, "1.50000000000000000000"))
          .isEqualTo(new BigDecimal("1.5"));
    }

    @ParameterizedTest
    @CsvSource({
      "'1.234,56', 1234.56",
      "'1.234.567,8', 1234567.8",
      "'-1.234', -1234",
      "'12,5', 12.5",
      "'1234,5', 1234.5"
    })
    void areReadInGermanNotation(String text, BigDecimal expected) {
      assertThat(value(ColumnType.DECIMAL, rule().decimal(',').grouping('.'), text))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.23.456", ".5", "1,2,3", "1.234.56,7", "12..345"})
    void areRefusedWhereGroupsDoNotAddUp(String text) {
      assertThat(reason(ColumnType.DECIMAL, rule().decimal(',').grouping('.'), text))
          .isEqualTo("not_a_number");
    }

    @Test
    void takeAnySpaceAsGrouping() {
      assertThat(value(ColumnType.DECIMAL, rule().decimal(',').grouping(' '), "1\u00a0234,5"))
          .isEqualTo(new BigDecimal("1234.5"));
    }
  }

  @Nested
  class Doubles {
    @ParameterizedTest
    @ValueSource(strings = {"33.51", "-86.8", "1e300", "1.7976931348623157e308", "4.9e-324", "0.1"})
    void equalTheJdksReading(String text) {
      assertThat(value(ColumnType.DOUBLE, text)).isEqualTo(Double.parseDouble(text));
    }

    @Test
    void areFinite() {
      assertThat(reason(ColumnType.DOUBLE, "NaN")).isEqualTo("not_finite");
      assertThat(reason(ColumnType.DOUBLE, "-Infinity")).isEqualTo("not_finite");
      assertThat(reason(ColumnType.DOUBLE, "1e309")).isEqualTo("out_of_range");
      assertThat(reason(ColumnType.DOUBLE, Double.POSITIVE_INFINITY)).isEqualTo("not_finite");
    }
  }

  @Nested
  class Booleans {
    @ParameterizedTest
    @CsvSource({"true, true", "YES, true", "1, true", "off, false", "N, false", "ja, true"})
    void areReadFromWords(String text, boolean expected) {
      assertThat(value(ColumnType.BOOLEAN, rule().words(List.of("Ja"), List.of("Nein")), text))
          .isEqualTo(expected);
    }

    @Test
    void areRefusedWhereTheWordIsUnknown() {
      assertThat(reason(ColumnType.BOOLEAN, "perhaps")).isEqualTo("not_a_boolean");
      assertThat(reason(ColumnType.BOOLEAN, 2L)).isEqualTo("not_a_boolean");
    }
  }

  @Nested
  class Times {
    private final FieldMapping.Builder berlin = rule().zone(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
      "2026-11-21T03:15:00Z, 2026-11-21T03:15:00Z",
      "2026-11-21 03:15, 2026-11-21T03:15:00Z",
      "2026-11-21T03:15:00.123456789+01:00, 2026-11-21T02:15:00.123456Z",
      "2026-11-21T03:15:00-0530, 2026-11-21T08:45:00Z",
      "2026-11-21 03:15:00.5 +02, 2026-11-21T01:15:00.5Z",
      "2026-11-21, 2026-11-21T00:00:00Z"
    })
    void areReadFromIsoText(String text, Instant expected) {
      assertThat(value(ColumnType.TIMESTAMP, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2026-02-29",
          "2026-13-01",
          "21.11.2026",
          "2026-11-21T25:00",
          "2026-11-21T03:15:00+99:00",
          "2026-11-21T03:15:00ZZ",
          "yesterday",
          "2026-11-21T",
          "2026-11-21T03:15:00+1"
        })
    void areRefusedWhereTheyAreNone(String text) {
      assertThat(reason(ColumnType.TIMESTAMP, text)).isEqualTo("not_a_moment");
    }

    @Test
    void areMovedOutOfTheGapInSpring() {
      assertThat(value(ColumnType.TIMESTAMP, berlin, "2026-03-29T02:30:00"))
          .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void areTheEarlierOfTwoInAutumn() {
      assertThat(value(ColumnType.TIMESTAMP, berlin, "2026-10-25T02:30:00"))
          .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void areReadByDeclaredPatterns() {
      FieldMapping.Builder rule =
          berlin.formats(List.of("dd.MM.yyyy HH:mm:ss", "d. MMM yyyy")).locale(Locale.GERMAN);
      assertThat(value(ColumnType.TIMESTAMP, rule, "21.11.2026 04:15:00"))
          .isEqualTo(Instant.parse("2026-11-21T03:15:00Z"));
      assertThat(value(ColumnType.TIMESTAMP, rule, "1. Mai 2026"))
          .isEqualTo(Instant.parse("2026-04-30T22:00:00Z"));
      assertThat(reason(ColumnType.TIMESTAMP, rule, "31.02.2026 00:00:00"))
          .isEqualTo("not_a_moment");
    }

    @Test
    void areReadFromEpochs() {
      assertThat(value(ColumnType.TIMESTAMP, rule().formats(List.of("epoch_millis")), 1500L))
          .isEqualTo(Instant.parse("1970-01-01T00:00:01.500Z"));
      assertThat(value(ColumnType.TIMESTAMP, rule().formats(List.of("epoch_seconds")), "-1.5"))
          .isEqualTo(Instant.parse("1969-12-31T23:59:58.500Z"));
      assertThat(reason(ColumnType.TIMESTAMP, 1500L)).isEqualTo("not_a_moment");
    }

    @Test
    void fallOnTheDayOfTheZone() {
      assertThat(value(ColumnType.DATE, berlin, Instant.parse("2026-11-20T23:30:00Z")))
          .isEqualTo(LocalDate.of(2026, 11, 21));
      assertThat(value(ColumnType.DATE, "2026-11-21")).isEqualTo(LocalDate.of(2026, 11, 21));
      assertThat(reason(ColumnType.DATE, "2026-02-30")).isEqualTo("not_a_date");
    }
  }

  @Nested
  class Texts {
    @Test
    void comeFromTypedValuesInOneForm() {
      assertThat(value(ColumnType.TEXT, new BigDecimal("1E+2"))).isEqualTo("100");
      assertThat(value(ColumnType.TEXT, Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000000Z");
      assertThat(value(ColumnType.TEXT, "")).isEqualTo("");
    }

    @Test
    void areRefusedWhereNoStoreKeepsThem() {
      assertThat(reason(ColumnType.TEXT, "a\0b")).isEqualTo("nul_character");
      assertThat(reason(ColumnType.TEXT, "a\ud83d")).isEqualTo("broken_character");
      assertThat(value(ColumnType.TEXT, "a\ud83d\ude00")).isEqualTo("a\ud83d\ude00");
    }
  }

  @Test
  void emptyTextIsNoValueOutsideOfTextColumns() {
    for (ColumnType type : ColumnType.values()) {
      assertThat(value(type, "")).isEqualTo(type == ColumnType.TEXT ? "" : null);
      assertThat(value(type, (Object) null)).isNull();
    }
  }

  @Test
  void aRefusalNamesColumnValueAndRemedy() {
    Column amount = Column.of("x", ColumnType.DECIMAL);

    RowOutcome outcome = OneColumn.map(amount, rule(), "12,5");

    assertThat(((RowOutcome.Refused) outcome).message())
        .isEqualTo(
            "column 'x' from 'x': '12,5' is not a number; correct it at the source, or declare"
                + " 'decimal' and 'grouping' for the column");
  }
}
