package dev.tributary.cli.internal.demo.frankfurt;

import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.CenterFeed;
import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import dev.tributary.cli.internal.demo.bank.Traffic;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A SQLite database that grows and whose rows change. What a tick brings is one transaction. A
 * broken payment has words for an amount, a broken login a day that no calendar knows.
 */
public final class FrankfurtExport implements CenterFeed {
  private final Connection connection;
  private final Ledger ledger;

  private FrankfurtExport(Connection connection, Ledger ledger) {
    this.connection = connection;
    this.ledger = ledger;
  }

  /**
   * Makes the database anew, empty.
   *
   * @param file where
   * @param ledger what was given out is entered there
   * @return the feed
   * @throws IOException if the file cannot be written
   */
  public static FrankfurtExport create(Path file, Ledger ledger) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        // Readers and the writer do not wait for one another in this mode.
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA busy_timeout=10000");
        for (String table : FrankfurtTables.DEFINITIONS) {
          statement.execute(table);
        }
      }
      connection.setAutoCommit(false);
      return new FrankfurtExport(connection, ledger);
    } catch (SQLException failed) {
      throw new IOException("cannot make the database '" + file + "'", failed);
    }
  }

  @Override
  public void give(Traffic traffic) throws IOException {
    try (PreparedStatement kunden = connection.prepareStatement(FrankfurtTables.PUT_KUNDE);
        PreparedStatement buchungen = connection.prepareStatement(FrankfurtTables.PUT_BUCHUNG);
        PreparedStatement anmeldungen =
            connection.prepareStatement(FrankfurtTables.PUT_ANMELDUNG)) {
      for (Customer customer : traffic.customers()) {
        FrankfurtTables.bind(kunden, customer);
      }
      for (Payment payment : traffic.payments()) {
        FrankfurtTables.bind(buchungen, payment);
      }
      for (Login login : traffic.logins()) {
        FrankfurtTables.bind(anmeldungen, login);
      }
      kunden.executeBatch();
      buchungen.executeBatch();
      anmeldungen.executeBatch();
      connection.commit();
    } catch (SQLException failed) {
      throw new IOException("Frankfurt's database takes no more rows", failed);
    }
    enter(traffic);
  }

  @Override
  public void finish() {
    // Every tick was committed.
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IOException("Frankfurt's database does not close", failed);
    }
  }

  private void enter(Traffic traffic) {
    traffic.customers().forEach(customer -> ledger.enter(Center.FRA, customer));
    traffic.payments().forEach(payment -> ledger.enter(Center.FRA, payment));
    traffic.logins().forEach(login -> ledger.enter(Center.FRA, login));
  }
}
