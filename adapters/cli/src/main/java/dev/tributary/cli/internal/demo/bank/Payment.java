package dev.tributary.cli.internal.demo.bank;

import java.time.Instant;

/**
 * A payment, as new or as changed.
 *
 * @param id unique in the bank
 * @param customerId who pays
 * @param cents the amount in hundredths of the currency
 * @param currency ISO 4217 code
 * @param kind card, transfer or cash
 * @param counterparty who is paid
 * @param device the device it was ordered from
 * @param status pending or completed
 * @param at when it was ordered
 * @param changedAt when the record changed last
 * @param flawed whether its data center gives it out broken
 */
public record Payment(
    String id,
    String customerId,
    long cents,
    String currency,
    String kind,
    String counterparty,
    String device,
    String status,
    Instant at,
    Instant changedAt,
    boolean flawed) {

  Payment completed(Instant when) {
    return new Payment(
        id, customerId, cents, currency, kind, counterparty, device, "completed", at, when, flawed);
  }

  Payment asFlawed() {
    return new Payment(
        id, customerId, cents, currency, kind, counterparty, device, status, at, changedAt, true);
  }
}
