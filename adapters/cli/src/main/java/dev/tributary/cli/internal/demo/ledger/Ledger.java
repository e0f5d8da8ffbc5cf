package dev.tributary.cli.internal.demo.ledger;

import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.bank.Center;
import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The exact account of what the data centers gave out. A row counts once, however often it was
 * given out changed. Thread-safe.
 */
public final class Ledger {
  private final Map<Account, Set<String>> emitted = new HashMap<>();
  private final Map<Account, Set<String>> flawed = new HashMap<>();
  private final Map<Center, Map<String, Long>> cents = new HashMap<>();

  /**
   * One dataset of one data center.
   *
   * @param center the data center
   * @param dataset the dataset
   */
  public record Account(Center center, BankDataset dataset) {}

  /**
   * Enters a customer.
   *
   * @param center who gave it out
   * @param customer the customer
   */
  public synchronized void enter(Center center, Customer customer) {
    enter(center, BankDataset.USERS, customer.id());
  }

  private void enter(Center center, BankDataset dataset, String id) {
    ids(emitted, new Account(center, dataset)).add(id);
  }

  /**
   * Enters a payment, broken or not.
   *
   * @param center who gave it out
   * @param payment the payment
   */
  public synchronized void enter(Center center, Payment payment) {
    enter(center, BankDataset.TRANSACTIONS, payment.id());
    if (payment.flawed()) {
      enterFlawed(center, BankDataset.TRANSACTIONS, payment.id());
    } else {
      cents.computeIfAbsent(center, unseen -> new HashMap<>()).put(payment.id(), payment.cents());
    }
  }

  /**
   * Enters a login, broken or not.
   *
   * @param center who gave it out
   * @param login the login
   */
  public synchronized void enter(Center center, Login login) {
    enter(center, BankDataset.LOGIN_EVENTS, login.id());
    if (login.flawed()) {
      enterFlawed(center, BankDataset.LOGIN_EVENTS, login.id());
    }
  }

  private void enterFlawed(Center center, BankDataset dataset, String id) {
    ids(flawed, new Account(center, dataset)).add(id);
  }

  /**
   * How many rows were given out, broken ones included.
   *
   * @param account whose
   * @return the number of different rows
   */
  public synchronized int emitted(Account account) {
    return ids(emitted, account).size();
  }

  /**
   * Which rows were given out broken.
   *
   * @param account whose
   * @return their ids
   */
  public synchronized Set<String> flawed(Account account) {
    return Set.copyOf(ids(flawed, account));
  }

  /**
   * What the payments that were not broken amount to.
   *
   * @param center whose
   * @return hundredths of the center's currency
   */
  public synchronized long cents(Center center) {
    return cents.getOrDefault(center, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Everything that was given out.
   *
   * @return the number of different rows
   */
  public synchronized long total() {
    return emitted.values().stream().mapToLong(Set::size).sum();
  }

  private static Set<String> ids(Map<Account, Set<String>> accounts, Account account) {
    return accounts.computeIfAbsent(account, unseen -> new HashSet<>());
  }
}
