package dev.tributary.cli.internal.demo.bank;

import java.util.Locale;

/** What each data center has to give. */
public enum BankDataset {
  /** The customers. */
  USERS,
  /** Their payments. */
  TRANSACTIONS,
  /** Their logins, successful and not. */
  LOGIN_EVENTS;

  /**
   * Its name in the central store.
   *
   * @return such as {@code login_events}
   */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }
}
