package dev.tributary.ingest.internal.mapping;

import static dev.tributary.ingest.internal.mapping.OneColumn.reason;
import static dev.tributary.ingest.internal.mapping.OneColumn.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.ColumnType;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.LookupFallback;
import dev.tributary.ingest.config.MappingConfig;
import dev.tributary.ingest.config.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
  private static final Map<String, String> LANDS = Map.of("D", "DE", "A", "AT");
  private final Dataset users =
      Dataset.builder("users")
          .column(Column.of("user_id", ColumnType.TEXT))
          .column(Column.of("full_name", ColumnType.TEXT))
          .column(Column.builder("country", ColumnType.TEXT).required(true).build())
          .column(Column.of("row_ref", ColumnType.TEXT))
          .key(List.of("user_id"))
          .build();

  private static FieldMapping.Builder rule() {
    return FieldMapping.builder();
  }

  private RowOutcome map(MappingConfig mapping, List<String> columns, Object... values) {
    return new MappingCompiler(mapping, users, users)
        .compile(SourceSchema.ofTexts(columns))
        .map(SourceRow.of(new SourcePosition.InFile("a.csv", 7, 99), values));
  }

  private static Object[] accepted(RowOutcome outcome) {
    assertThat(outcome).isInstanceOf(RowOutcome.Accepted.class);
    return ((RowOutcome.Accepted) outcome).values();
  }

  private static String refusal(RowOutcome outcome) {
    assertThat(outcome).isInstanceOf(RowOutcome.Refused.class);
    return ((RowOutcome.Refused) outcome).reason();
  }

  @Test
  void columnsAreMatchedWithCaseAndSeparatorsFolded() {
    RowOutcome outcome =
        map(MappingConfig.byName(), List.of("User ID", "FullName", "COUNTRY"), "7", "Ada", "DE");

    assertThat(accepted(outcome)).containsExactly("7", "Ada", "DE", null);
  }

  @Test
  void everyOriginYieldsItsValue() {
    MappingConfig mapping =
        MappingConfig.builder()
            .field("user_id", FieldMapping.from("CUST_NO"))
            .field("full_name", rule().origin(new Origin.Concat("{first} {last} {{x}}")).build())
            .field("country", rule().origin(new Origin.Constant("DE")).build())
            .field("row_ref", rule().origin(new Origin.Position()).build())
            .build();

    RowOutcome outcome = map(mapping, List.of("CUST_NO", "first", "last"), "7", "Ada", null);

    assertThat(accepted(outcome)).containsExactly("7", "Ada  {x}", "DE", "a.csv:7@99");
  }

  @Test
  void keysMadeOfColumnsTellRowsApart() {
    MappingConfig mapping =
        MappingConfig.builder()
            .field("user_id", rule().origin(new Origin.KeyOf(List.of("a", "b"))).build())
            .build();
    List<String> columns = List.of("a", "b", "country");

    Object first = accepted(map(mapping, columns, "x", "yz", "DE"))[0];
    Object second = accepted(map(mapping, columns, "xy", "z", "DE"))[0];

    assertThat(first).asString().hasSize(32).isNotEqualTo(second);
    assertThat(refusal(map(mapping, columns, null, "", "DE"))).isEqualTo("missing_value");
  }

  @Test
  void lookupsReplaceRejectKeepOrDrop() {
    assertThat(value(ColumnType.TEXT, rule().lookup(LANDS, LookupFallback.REJECT), "D"))
        .isEqualTo("DE");
    assertThat(reason(ColumnType.TEXT, rule().lookup(LANDS, LookupFallback.REJECT), "F"))
        .isEqualTo("not_in_lookup");
    assertThat(value(ColumnType.TEXT, rule().lookup(LANDS, LookupFallback.KEEP), "F"))
        .isEqualTo("F");
    assertThat(value(ColumnType.TEXT, rule().lookup(LANDS, LookupFallback.NULL), "F")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "cent, eur, 12345, 123.45",
    "eur_minor, EUR, 5, 0.05",
    "jpy_minor, jpy, 5, 5",
    "ms, s, 1500, 1.5",
    "mib, kb, 1, 1048.576",
    "mi, km, 2, 3.218688",
    "lb, kg, 10, 4.5359237",
    "f, c, 212, 100",
    "c, k, -273.15, 0",
    "h, min, 1.5, 90",
    "percent, ratio, 12, 0.12"
  })
  void unitsConvert(String from, String to, String text, BigDecimal expected) {
    assertThat((BigDecimal) value(ColumnType.DECIMAL, rule().unit(from, to), text))
        .isEqualByComparingTo(expected);
  }

  @Test
  void conversionsReadTheDeclaredNotation() {
    assertThat(value(ColumnType.DOUBLE, rule().decimal(',').scale(new BigDecimal("0.01")), "250,5"))
        .isEqualTo(2.505);
    assertThat(reason(ColumnType.INTEGER, rule().unit("ms", "s"), "1500"))
        .isEqualTo("not_a_whole_number");
  }

  @Test
  void defaultsFillWhatIsMissing() {
    assertThat(value(ColumnType.INTEGER, rule().fallback("0"), "")).isEqualTo(0L);
    assertThat(value(ColumnType.TEXT, rule().fallback("none"), "")).isEqualTo("none");
    assertThat(value(ColumnType.TEXT, rule().fallback("none"), null)).isEqualTo("none");
    assertThat(reason(ColumnType.INTEGER, rule().fallback("0"), "x")).isEqualTo("not_a_number");
  }

  @Test
  void requiredColumnsAndKeysNeedAValue() {
    List<String> columns = List.of("user_id", "country");
    MappingConfig byName = MappingConfig.byName();

    assertThat(refusal(map(byName, columns, "", "DE"))).isEqualTo("missing_value");
    assertThat(refusal(map(byName, columns, "1", ""))).isEqualTo("missing_value");
    assertThat(refusal(map(byName, List.of("user_id"), "1"))).isEqualTo("missing_value");
    assertThat(reason(ColumnType.TEXT, rule().required(true), "")).isEqualTo("missing_value");
    assertThat(refusal(map(byName, columns, "k".repeat(256), "DE"))).isEqualTo("key_too_long");
  }

  @Test
  void rowsOfAnotherWidthAreRefused() {
    assertThat(refusal(map(MappingConfig.byName(), List.of("user_id"), "1", "2")))
        .isEqualTo("wrong_width");
  }

  @Test
  void unmappedColumnsStayEmptyWhenTheyAreIgnored() {
    MappingConfig mapping =
        MappingConfig.builder()
            .matchUnmapped(false)
            .field("user_id", FieldMapping.from("user_id"))
            .field("country", FieldMapping.from("country"))
            .build();

    assertThat(accepted(map(mapping, List.of("user_id", "country", "full_name"), "1", "DE", "Ada")))
        .containsExactly("1", null, "DE", null);
  }

  @Test
  void faultsOfAMappingAreFoundBeforeAnyRow() {
    Dataset dataset =
        Dataset.builder("d")
            .column(Column.of("id", ColumnType.TEXT))
            .column(Column.of("at", ColumnType.TIMESTAMP))
            .column(Column.of("n", ColumnType.INTEGER))
            .column(Column.of("m", ColumnType.DECIMAL))
            .column(Column.of("t", ColumnType.TEXT))
            .key(List.of("id"))
            .build();
    MappingConfig mapping =
        MappingConfig.builder()
            .field("nn", FieldMapping.from("x"))
            .field("at", rule().formats(List.of("HH:mm")).build())
            .field("n", rule().fallback("zero").build())
            .field("m", rule().unit("eur", "usd").build())
            .field("t", rule().origin(new Origin.Concat("{a")).build())
            .field("id", rule().formats(List.of("yyyy")).build())
            .build();

    assertThat(MappingCompiler.check(mapping, dataset))
        .extracting(MappingFault::column, MappingFault::key)
        .containsExactly(
            tuple("nn", ""),
            tuple("at", "format"),
            tuple("n", "default"),
            tuple("m", "unit"),
            tuple("t", "concat"),
            tuple("id", "format"));
  }
}
