package dev.tributary.cli.internal.demo.bank;

import java.util.List;

/**
 * What one data center gives out in one tick. A row may stand for an earlier one of the same id
 * that has changed.
 *
 * @param tick the number of the tick; 0 is the history
 * @param customers new and changed customers
 * @param payments new and changed payments
 * @param logins new logins
 */
public record Traffic(
    int tick, List<Customer> customers, List<Payment> payments, List<Login> logins) {
  /** Copies the lists. */
  public Traffic {
    customers = List.copyOf(customers);
    payments = List.copyOf(payments);
    logins = List.copyOf(logins);
  }
}
