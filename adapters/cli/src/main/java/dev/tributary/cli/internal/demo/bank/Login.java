package dev.tributary.cli.internal.demo.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to log in.
 *
 * @param id unique in the bank
 * @param customerId whose account
 * @param success whether it was let in
 * @param address the IP address it came from
 * @param device the device it came from
 * @param country ISO 3166 code of the address
 * @param at when
 * @param flawed whether its data center gives it out broken
 */
public record Login(
    String id,
    String customerId,
    boolean success,
    String address,
    String device,
    String country,
    Instant at,
    boolean flawed) {

  /**
   * Why it was not let in.
   *
   * @return the reason, null if it was let in
   */
  public @Nullable String failure() {
    return success ? null : "wrong_password";
  }

  Login asFlawed() {
    return new Login(id, customerId, success, address, device, country, at, true);
  }
}
