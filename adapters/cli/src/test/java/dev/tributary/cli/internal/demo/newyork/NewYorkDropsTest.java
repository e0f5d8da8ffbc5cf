package dev.tributary.cli.internal.demo.newyork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.internal.demo.bank.Bank;
import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewYorkDropsTest {
  @TempDir Path folder;

  private final Ledger ledger = new Ledger();
  private final Bank bank = new Bank(5, Instant.parse("2026-11-21T08:00:00Z"));
  private NewYorkDrops drops;

  @BeforeEach
  void create() throws IOException {
    drops = NewYorkDrops.create(folder, ledger);
  }

  @Test
  void fileMayEndInTheMiddleOfALineUntilTheFeedIsFinished() throws IOException {
    give(10);

    assertThat(Files.readString(folder.resolve("payments/payments-0001.csv"))).doesNotEndWith("\n");

    drops.finish();

    assertThat(Files.readString(folder.resolve("payments/payments-0001.csv"))).endsWith("\n");
  }

  @Test
  void everyRowOfTheLedgerStandsInTheFiles() throws IOException {
    give(130);
    drops.finish();

    Ledger.Account payments = new Ledger.Account(Center.NYC, BankDataset.TRANSACTIONS);
    assertThat(lines("payments").map(line -> line.split(";")[0]).distinct())
        .hasSize(ledger.emitted(payments));
    assertThat(lines("payments").filter(line -> line.split(";").length < 9))
        .hasSize(ledger.flawed(payments).size())
        .isNotEmpty();
  }

  @Test
  void filesMakeRoomForNewOnes() throws IOException {
    give(130);

    try (Stream<Path> files = Files.list(folder.resolve("payments"))) {
      assertThat(files).hasSizeGreaterThan(2);
    }
  }

  private void give(int ticks) throws IOException {
    for (int n = 0; n < ticks; n++) {
      drops.give(Objects.requireNonNull(bank.next().get(Center.NYC)));
    }
  }

  private Stream<String> lines(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.sorted().toList().stream().flatMap(file -> linesOf(file).stream().skip(1));
    }
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
