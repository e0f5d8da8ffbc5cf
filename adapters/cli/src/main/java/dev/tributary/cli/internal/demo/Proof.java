package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.console.Table;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger.Account;
import java.util.List;
import java.util.Map;

/**
 * What was given out held against what arrived.
 *
 * @param lines one per data center and dataset
 * @param money what the payments amount to, per data center
 */
record Proof(List<Line> lines, Map<Center, Money> money) {
  Proof {
    lines = List.copyOf(lines);
    money = Map.copyOf(money);
  }

  /**
   * One dataset of one data center.
   *
   * @param account which one
   * @param emitted rows given out
   * @param flawed rows of these given out broken
   * @param quarantined broken rows that were found in quarantine
   * @param strangers rows in quarantine that nobody broke
   * @param stored rows in the central store
   */
  record Line(
      Account account, long emitted, long flawed, long quarantined, long strangers, long stored) {
    boolean holds() {
      return quarantined == flawed && strangers == 0 && stored == emitted - quarantined;
    }
  }

  /**
   * What payments amount to, in hundredths of the currency.
   *
   * @param emitted by the ledger
   * @param stored by the central store
   */
  record Money(long emitted, long stored) {}

  boolean holds() {
    return lines.stream().allMatch(Line::holds)
        && money.values().stream().allMatch(sum -> sum.emitted() == sum.stored());
  }

  List<String> table() {
    Table table =
        new Table("data center", "dataset", "emitted", "quarantined", "in the store", "proof");
    for (Line line : lines) {
      table.row(
          line.account().center().city(),
          line.account().dataset().table(),
          line.emitted(),
          line.quarantined(),
          line.stored(),
          verdict(line));
    }
    return table.lines();
  }

  List<String> sums() {
    Table table = new Table("data center", "cents emitted", "cents in the store", "proof");
    for (Center center : Center.values()) {
      Money sum = money.getOrDefault(center, new Money(0, 0));
      table.row(
          center.city(),
          sum.emitted(),
          sum.stored(),
          sum.emitted() == sum.stored() ? "ok" : "WRONG");
    }
    return table.lines();
  }

  private static String verdict(Line line) {
    if (line.holds()) {
      return "ok";
    }
    long missing = line.emitted() - line.quarantined() - line.stored();
    if (missing != 0) {
      return "WRONG: %+,d rows".formatted(-missing);
    }
    return "WRONG: %,d broken rows, %,d of them in quarantine, and %,d others"
        .formatted(line.flawed(), line.quarantined(), line.strangers());
  }
}
