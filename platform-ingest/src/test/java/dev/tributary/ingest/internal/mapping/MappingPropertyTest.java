package dev.tributary.ingest.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.dataset.ColumnType;
import dev.tributary.ingest.config.FieldMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class MappingPropertyTest {
  @Property
  void anyValueIsStoredOrRefusedButNeverThrows(
      @ForAll ColumnType type, @ForAll("anything") Object value) {
    RowOutcome outcome = OneColumn.map(type, FieldMapping.builder(), value);

    if (outcome instanceof RowOutcome.Accepted accepted && accepted.values()[1] != null) {
      assertThat(accepted.values()[1]).isInstanceOf(type.javaType());
    }
    if (outcome instanceof RowOutcome.Refused refused) {
      assertThat(refused.message()).contains("column 'x'");
    }
  }

  @Property
  void longsSurviveTheirText(@ForAll long number) {
    assertThat(OneColumn.value(ColumnType.INTEGER, Long.toString(number))).isEqualTo(number);
  }

  @Property
  void doublesSurviveTheirText(@ForAll double number) {
    assertThat(OneColumn.value(ColumnType.DOUBLE, Double.toString(number))).isEqualTo(number + 0.0);
  }

  @Property
  void smallDecimalsSurviveTheirText(
      @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
      @ForAll("scales") int scale) {
    BigDecimal number = BigDecimal.valueOf(digits, scale);

    assertThat((BigDecimal) OneColumn.value(ColumnType.DECIMAL, number.toPlainString()))
        .isEqualByComparingTo(number);
  }

  @Property
  void groupedAndCommaNumbersEqualTheirPlainForm(@ForAll @LongRange(min = 0) long digits) {
    BigDecimal number = BigDecimal.valueOf(digits % 1_000_000_000_000_000L, 2);
    String german = String.format(java.util.Locale.GERMANY, "%,.2f", number);

    Object read =
        OneColumn.value(
            ColumnType.DECIMAL, FieldMapping.builder().decimal(',').grouping('.'), german);

    assertThat((BigDecimal) read).isEqualByComparingTo(number);
  }

  @Property
  void momentsSurviveTheirText(
      @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second,
      @ForAll @LongRange(min = 0, max = 999_999_999L) long nano) {
    Instant moment = Instant.ofEpochSecond(second, nano);

    assertThat(OneColumn.value(ColumnType.TIMESTAMP, moment.toString()))
        .isEqualTo(moment.truncatedTo(ChronoUnit.MICROS));
  }

  @Property
  void localTimesMeanWhatTheJdkSays(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second, @ForAll("zones") ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC);

    assertThat(
            OneColumn.value(
                ColumnType.TIMESTAMP, FieldMapping.builder().zone(zone), local.toString()))
        .isEqualTo(local.atZone(zone).toInstant());
  }

  @Provide
  Arbitrary<Object> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30).asGeneric(),
        Arbitraries.strings().withChars("0123456789.,-+eETZ: ").ofMaxLength(30).asGeneric(),
        Arbitraries.longs().asGeneric(),
        Arbitraries.doubles().asGeneric(),
        Arbitraries.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0).asGeneric(),
        Arbitraries.bigDecimals().asGeneric(),
        Arbitraries.of(true, false).asGeneric(),
        Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH).asGeneric());
  }

  @Provide
  Arbitrary<Integer> scales() {
    return Arbitraries.integers().between(0, 10);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia")
        .map(ZoneId::of);
  }
}
