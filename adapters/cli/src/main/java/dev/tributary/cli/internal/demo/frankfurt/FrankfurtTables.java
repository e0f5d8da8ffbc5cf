package dev.tributary.cli.internal.demo.frankfurt;

import dev.tributary.cli.internal.demo.bank.Customer;
import dev.tributary.cli.internal.demo.bank.Login;
import dev.tributary.cli.internal.demo.bank.Payment;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Frankfurt's tables, in Frankfurt's words. */
final class FrankfurtTables {
  static final List<String> DEFINITIONS =
      List.of(
          """
          CREATE TABLE kunden (
            kunden_nr TEXT PRIMARY KEY, vorname TEXT NOT NULL, nachname TEXT NOT NULL,
            email TEXT, land TEXT NOT NULL, segment TEXT NOT NULL, aktiv BOOLEAN NOT NULL,
            kunde_seit TIMESTAMP NOT NULL, updated_at TIMESTAMP NOT NULL)\
          """,
          """
          CREATE TABLE buchungen (
            buchung_id TEXT PRIMARY KEY, kunden_nr TEXT NOT NULL, betrag NUMERIC NOT NULL,
            waehrung TEXT NOT NULL, art TEXT NOT NULL, gegenkonto TEXT, geraet TEXT,
            zustand TEXT NOT NULL, gebucht_am TIMESTAMP NOT NULL, updated_at TIMESTAMP NOT NULL)\
          """,
          """
          CREATE TABLE anmeldungen (
            anmeldung_id TEXT PRIMARY KEY, kunden_nr TEXT NOT NULL, erfolgreich BOOLEAN NOT NULL, grund TEXT,
            ip_adresse TEXT, geraet TEXT, land TEXT, zeitpunkt TIMESTAMP NOT NULL,
            updated_at TIMESTAMP NOT NULL)\
          """,
          "CREATE INDEX kunden_updated ON kunden (updated_at, kunden_nr)",
          "CREATE INDEX buchungen_updated ON buchungen (updated_at, buchung_id)",
          "CREATE INDEX anmeldungen_updated ON anmeldungen (updated_at, anmeldung_id)");

  static final String PUT_KUNDE =
      """
      INSERT INTO kunden VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kunden_nr) DO UPDATE SET aktiv = excluded.aktiv, updated_at = excluded.updated_at\
      """;

  static final String PUT_BUCHUNG =
      """
      INSERT INTO buchungen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (buchung_id) DO UPDATE SET
        zustand = excluded.zustand, updated_at = excluded.updated_at\
      """;

  static final String PUT_ANMELDUNG = "INSERT INTO anmeldungen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Of one width, so that their order as text is their order in time. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private FrankfurtTables() {}

  static void bind(PreparedStatement kunden, Customer customer) throws SQLException {
    add(
        kunden,
        customer.id(),
        customer.firstName(),
        customer.lastName(),
        customer.email(),
        customer.country(),
        customer.segment(),
        customer.active() ? 1 : 0,
        text(customer.since()),
        text(customer.changedAt()));
  }

  static void bind(PreparedStatement buchungen, Payment payment) throws SQLException {
    add(
        buchungen,
        payment.id(),
        payment.customerId(),
        payment.flawed() ? "siehe Beleg" : BigDecimal.valueOf(payment.cents(), 2).toPlainString(),
        payment.currency(),
        switch (payment.kind()) {
          case "card" -> "KARTE";
          case "transfer" -> "UEBERWEISUNG";
          default -> "BAR";
        },
        payment.counterparty(),
        payment.device(),
        "pending".equals(payment.status()) ? "offen" : "gebucht",
        text(payment.at()),
        text(payment.changedAt()));
  }

  static void bind(PreparedStatement anmeldungen, Login login) throws SQLException {
    add(
        anmeldungen,
        login.id(),
        login.customerId(),
        login.success() ? 1 : 0,
        login.failure(),
        login.address(),
        login.device(),
        login.country(),
        login.flawed() ? "2026-02-31 25:61:00" : text(login.at()),
        text(login.at()));
  }

  private static void add(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
    statement.addBatch();
  }

  private static String text(Instant instant) {
    return TIME.format(instant);
  }
}
