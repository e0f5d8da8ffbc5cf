package dev.tributary.cli.internal.demo.newyork;

import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.CenterFeed;
import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import dev.tributary.cli.internal.demo.bank.Traffic;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Folders of CSV files. Clients arrive as compressed files that appear whole; payments and logins
 * as files that grow, sometimes by half a line, and make room for a new one after a while. A broken
 * payment is a line cut short, a broken login has a time that no clock shows.
 */
public final class NewYorkDrops implements CenterFeed {
  private static final int TICKS_PER_APPEND = 8;
  private static final int APPENDS_PER_PAYMENT_FILE = 6;
  private static final int APPENDS_PER_LOGIN_FILE = 8;
  private static final int TICKS_PER_CLIENT_FILE = 20;

  private final ZippedDrop clients;
  private final GrowingDrop payments;
  private final GrowingDrop logins;
  private final Ledger ledger;

  private NewYorkDrops(
      ZippedDrop clients, GrowingDrop payments, GrowingDrop logins, Ledger ledger) {
    this.clients = clients;
    this.payments = payments;
    this.logins = logins;
    this.ledger = ledger;
  }

  /**
   * Makes the folders, empty.
   *
   * @param folder where
   * @param ledger what was given out is entered there
   * @return the feed
   * @throws IOException if they cannot be made
   */
  public static NewYorkDrops create(Path folder, Ledger ledger) throws IOException {
    return new NewYorkDrops(
        ZippedDrop.in(folder.resolve("clients"), "clients", NewYorkLines.CLIENT_HEADER),
        GrowingDrop.in(
            folder.resolve("payments"),
            "payments",
            NewYorkLines.PAYMENT_HEADER,
            APPENDS_PER_PAYMENT_FILE),
        GrowingDrop.in(
            folder.resolve("logins"), "logins", NewYorkLines.LOGIN_HEADER, APPENDS_PER_LOGIN_FILE),
        ledger);
  }

  @Override
  public void give(Traffic traffic) throws IOException {
    for (Customer customer : traffic.customers()) {
      clients.add(NewYorkLines.of(customer));
      ledger.enter(Center.NYC, customer);
    }
    for (Payment payment : traffic.payments()) {
      payments.add(NewYorkLines.of(payment));
      ledger.enter(Center.NYC, payment);
    }
    for (Login login : traffic.logins()) {
      logins.add(NewYorkLines.of(login));
      ledger.enter(Center.NYC, login);
    }
    if (traffic.tick() % TICKS_PER_CLIENT_FILE == 0) {
      clients.drop();
    }
    if (traffic.tick() % TICKS_PER_APPEND == 0) {
      payments.append();
      logins.append();
    }
  }

  @Override
  public void finish() throws IOException {
    clients.drop();
    payments.complete();
    logins.complete();
  }

  @Override
  public void close() {
    // No file stays open between two writes.
  }
}
