package dev.tributary.cli.internal.demo.newyork;

import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** New York's lines: semicolons, decimal commas, and the time as clocks in Manhattan show it. */
final class NewYorkLines {
  static final String CLIENT_HEADER =
      "Client No;Name;Mail;Country;Tier;Open;Client Since;Last Change";
  static final String PAYMENT_HEADER =
      "Payment No;Client No;Amount;Ccy;Type;Payee;Device;State;Booked At";
  static final String LOGIN_HEADER = "Login No;Client No;Result;IP;Device;Country;Local Time";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("America/New_York"));

  private NewYorkLines() {}

  static String of(Customer customer) {
    return String.join(
        ";",
        customer.id(),
        "\"" + customer.lastName() + ", " + customer.firstName() + "\"",
        customer.email(),
        customer.country(),
        customer.segment().toUpperCase(Locale.ROOT),
        customer.active() ? "Y" : "N",
        time(customer.since()),
        time(customer.changedAt()));
  }

  static String of(Payment payment) {
    String begin = payment.id() + ";" + payment.customerId();
    if (payment.flawed()) {
      return begin;
    }
    return String.join(
        ";",
        begin,
        BigDecimal.valueOf(payment.cents(), 2).toPlainString().replace('.', ','),
        payment.currency(),
        kind(payment.kind()),
        payment.counterparty(),
        payment.device(),
        "pending".equals(payment.status()) ? "OPEN" : "DONE",
        time(payment.at()));
  }

  static String of(Login login) {
    return String.join(
        ";",
        login.id(),
        login.customerId(),
        login.success() ? "OK" : "DENIED",
        login.address(),
        login.device(),
        login.country(),
        login.flawed() ? "13/45/2026 99:99:99" : time(login.at()));
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "card" -> "CRD";
      case "transfer" -> "TRF";
      default -> "CSH";
    };
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
