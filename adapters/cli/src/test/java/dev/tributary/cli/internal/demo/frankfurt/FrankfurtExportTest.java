package dev.tributary.cli.internal.demo.frankfurt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.cli.internal.demo.bank.Bank;
import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrankfurtExportTest {
  @TempDir Path folder;

  private final Ledger ledger = new Ledger();
  private Path file;

  @BeforeEach
  void giveOutSomeTicks() throws IOException {
    file = folder.resolve("fra/kernbank.db");
    Bank bank = new Bank(5, Instant.parse("2026-11-21T08:00:00Z"));
    try (FrankfurtExport export = FrankfurtExport.create(file, ledger)) {
      for (int n = 0; n < 60; n++) {
        export.give(Objects.requireNonNull(bank.next().get(Center.FRA)));
      }
    }
  }

  @Test
  void everyRowOfTheLedgerStandsInTheDatabase() throws SQLException {
    assertThat(number("SELECT COUNT(*) FROM kunden")).isEqualTo(emitted(BankDataset.USERS));
    assertThat(number("SELECT COUNT(*) FROM buchungen"))
        .isEqualTo(emitted(BankDataset.TRANSACTIONS));
    assertThat(number("SELECT COUNT(*) FROM anmeldungen"))
        .isEqualTo(emitted(BankDataset.LOGIN_EVENTS));
  }

  @Test
  void paymentsThatChangedStandOnceAndLater() throws SQLException {
    assertThat(number("SELECT COUNT(*) FROM buchungen WHERE updated_at > gebucht_am")).isPositive();
  }

  @Test
  void brokenPaymentsHaveWordsForAnAmount() throws SQLException {
    assertThat(number("SELECT COUNT(*) FROM buchungen WHERE typeof(betrag) = 'text'"))
        .isEqualTo(ledger.flawed(new Ledger.Account(Center.FRA, BankDataset.TRANSACTIONS)).size());
  }

  private int emitted(BankDataset dataset) {
    return ledger.emitted(new Ledger.Account(Center.FRA, dataset));
  }

  private int number(String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
