package dev.tributary.cli.internal.demo.singapore;

import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Singapore's rows: nested, amounts in cents, times in UTC. */
final class SingaporeJson {
  private SingaporeJson() {}

  static Map<String, Object> of(Customer customer) {
    return row(
        "customer_id", customer.id(),
        "profile",
            row(
                "given_name", customer.firstName(),
                "family_name", customer.lastName(),
                "email", customer.email(),
                "residence", customer.country()),
        "tier", customer.segment(),
        "active", customer.active(),
        "joined_at", customer.since(),
        "updated_at", customer.changedAt());
  }

  static Map<String, Object> of(Payment payment) {
    return row(
        "transfer_id", payment.id(),
        "customer", row("id", payment.customerId()),
        "money",
            row(
                "cents",
                payment.flawed() ? "pending review" : payment.cents(),
                "currency",
                payment.currency()),
        "channel", payment.kind(),
        "beneficiary", payment.counterparty(),
        "device", payment.device(),
        "state", payment.status(),
        "created_at", payment.at(),
        "updated_at", payment.changedAt());
  }

  static Map<String, Object> of(Login login) {
    return row(
        "session_id", login.id(),
        "customer", row("id", login.customerId()),
        "granted", login.success(),
        "reason", Objects.requireNonNullElse(login.failure(), ""),
        "remote", row("ip", login.address(), "country", login.country()),
        "device", login.device(),
        "at", login.flawed() ? "yesterday" : login.at(),
        "updated_at", login.at());
  }

  private static Map<String, Object> row(Object... namesAndValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      row.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return row;
  }
}
