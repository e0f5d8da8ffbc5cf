package dev.tributary.cli.internal.demo.singapore;

import com.sun.net.httpserver.HttpServer;
import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.CenterFeed;
import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import dev.tributary.cli.internal.demo.bank.Traffic;
import dev.tributary.cli.internal.demo.ledger.Ledger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on the loopback address with one path per dataset. It wants a bearer token, hands
 * out pages behind an opaque cursor, knows what a client has seen by its ETag, and now and then
 * answers 429 or 500. A broken payment has a word for an amount, a broken login a word for a time.
 */
public final class SingaporeApi implements CenterFeed {
  private final HttpServer server;
  private final ExecutorService workers;
  private final Map<BankDataset, Shelf> shelves;
  private final Ledger ledger;

  private SingaporeApi(
      HttpServer server, ExecutorService workers, Map<BankDataset, Shelf> shelves, Ledger ledger) {
    this.server = server;
    this.workers = workers;
    this.shelves = shelves;
    this.ledger = ledger;
  }

  /**
   * Starts the server on a free port, empty.
   *
   * @param token what clients have to show
   * @param ledger what was given out is entered there
   * @return the feed
   * @throws IOException if no port can be had
   */
  public static SingaporeApi start(String token, Ledger ledger) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService workers =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sgp-", 0).factory());
    server.setExecutor(workers);
    Moods moods = new Moods();
    Map<BankDataset, Shelf> shelves = new EnumMap<>(BankDataset.class);
    for (BankDataset dataset : BankDataset.values()) {
      Shelf shelf = new Shelf();
      shelves.put(dataset, shelf);
      server.createContext(path(dataset), new PageHandler(shelf, token, moods));
    }
    server.start();
    return new SingaporeApi(server, workers, shelves, ledger);
  }

  /**
   * Where a dataset is to be had.
   *
   * @param dataset the dataset
   * @return the address
   */
  public URI address(BankDataset dataset) {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort() + path(dataset));
  }

  @Override
  public void give(Traffic traffic) {
    for (Customer customer : traffic.customers()) {
      shelf(BankDataset.USERS).put(customer.id(), customer.changedAt(), SingaporeJson.of(customer));
      ledger.enter(Center.SGP, customer);
    }
    for (Payment payment : traffic.payments()) {
      shelf(BankDataset.TRANSACTIONS)
          .put(payment.id(), payment.changedAt(), SingaporeJson.of(payment));
      ledger.enter(Center.SGP, payment);
    }
    for (Login login : traffic.logins()) {
      shelf(BankDataset.LOGIN_EVENTS).put(login.id(), login.at(), SingaporeJson.of(login));
      ledger.enter(Center.SGP, login);
    }
  }

  @Override
  public void finish() {
    // Every row could be had at once.
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }

  private Shelf shelf(BankDataset dataset) {
    return Objects.requireNonNull(shelves.get(dataset));
  }

  private static String path(BankDataset dataset) {
    return switch (dataset) {
      case USERS -> "/v1/customers";
      case TRANSACTIONS -> "/v1/transfers";
      case LOGIN_EVENTS -> "/v1/sessions";
    };
  }
}
