package dev.tributary.cli.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void numbersStandToTheRightAndWordsToTheLeft() {
    Table table = new Table("center", "rows").row("fra", 12).row("singapore", 1_234_567);

    assertThat(table.lines())
        .containsExactly(
            "center          rows",
            "---------  ---------",
            "fra               12",
            "singapore  1,234,567");
  }
}
