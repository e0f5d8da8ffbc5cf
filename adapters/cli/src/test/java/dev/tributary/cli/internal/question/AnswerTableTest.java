package dev.tributary.cli.internal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.AnswerColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTableTest {
  private static final AnswerColumn NAME =
      new AnswerColumn("name", AnswerColumn.Kind.TEXT, "TEXT", "");
  private static final AnswerColumn AMOUNT =
      new AnswerColumn("amount", AnswerColumn.Kind.NUMBER, "REAL", "EUR");

  @Test
  void numbersStandToTheRightUnderTheirUnit() {
    assertThat(table(80, List.of(row("Ada", 0.1 + 0.2), row("Bo", new BigDecimal("1E+3")))).lines())
        .containsExactly(
            "name  amount (EUR)", "----  ------------", "Ada            0.3", "Bo            1000");
  }

  @Test
  void longWordsAreCutUntilTheTableFits() {
    AnswerTable table = table(30, List.of(row("a name that goes on and on and on", 1)));

    assertThat(table.lines().getLast()).isEqualTo("a name that goe…             1");
    assertThat(table.leftOut()).isEmpty();
  }

  @Test
  void columnsWithoutPlaceAreNamed() {
    AnswerTable table = table(10, List.of(row("Ada", 1)));

    assertThat(table.lines()).containsExactly("name", "----", "Ada");
    assertThat(table.leftOut()).containsExactly("amount");
  }

  @Test
  void valuesCannotSteerTheTerminal() {
    assertThat(table(80, List.of(row("\u001b[31mred\n", null))).lines().getLast())
        .isEqualTo(" [31mred         (none)");
  }

  private static AnswerTable table(int width, List<List<@Nullable Object>> rows) {
    return new AnswerTable(List.of(NAME, AMOUNT), rows, width);
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
