package dev.tributary.cli.internal.demo.bank;

import java.time.Instant;
import java.util.Locale;

/**
 * A customer, as new or as changed.
 *
 * @param id unique in the bank
 * @param firstName given name
 * @param lastName family name
 * @param country ISO 3166 code of the residence
 * @param segment retail, premium or business
 * @param active whether the account is open
 * @param since when the customer joined
 * @param changedAt when the record changed last
 */
public record Customer(
    String id,
    String firstName,
    String lastName,
    String country,
    String segment,
    boolean active,
    Instant since,
    Instant changedAt) {

  /**
   * The address for mail.
   *
   * @return made from the id, so that nobody real has it
   */
  public String email() {
    return id.toLowerCase(Locale.ROOT) + "@bank.example";
  }

  Customer closed(Instant at) {
    return new Customer(id, firstName, lastName, country, segment, false, since, at);
  }
}
