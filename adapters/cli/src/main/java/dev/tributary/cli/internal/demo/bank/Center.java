package dev.tributary.cli.internal.demo.bank;

import java.util.Locale;

/** The bank's data centers. */
public enum Center {
  /** Frankfurt, the oldest. */
  FRA("Frankfurt", "EUR", "DE"),
  /** New York. */
  NYC("New York", "USD", "US"),
  /** Singapore, the youngest. */
  SGP("Singapore", "SGD", "SG");

  private final String city;
  private final String currency;
  private final String country;

  Center(String city, String currency, String country) {
    this.city = city;
    this.currency = currency;
    this.country = country;
  }

  /**
   * Its id in the configuration.
   *
   * @return such as {@code fra}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where it stands.
   *
   * @return the city
   */
  public String city() {
    return city;
  }

  String currency() {
    return currency;
  }

  String country() {
    return country;
  }
}
