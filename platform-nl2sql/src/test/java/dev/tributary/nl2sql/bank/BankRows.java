package dev.tributary.nl2sql.bank;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes the rows: skewed as real ones are, so that few questions have ties. */
final class BankRows {
  private static final int USERS = 240;
  private static final int TRANSACTIONS = 3200;
  private static final int LOGINS = 2400;

  /** The last users are known to nobody but the register: they neither pay nor log in. */
  private static final int ACTIVE_USERS = 225;

  private static final List<String> FIRST =
      List.of(
          "Anna", "Ben", "Clara", "David", "Emma", "Felix", "Grace", "Hugo", "Ines", "Jonas",
          "Karim", "Lena", "Maria", "Noah", "Olga", "Paul");
  private static final List<String> LAST =
      List.of(
          "Schmidt", "Dubois", "Tan", "Miller", "Weber", "Lim", "Garcia", "Moreau", "Brown",
          "Huber", "Lee", "Fischer", "Martin", "Clark", "Novak");
  private static final List<String> HOME =
      List.of("DE", "DE", "DE", "FR", "FR", "US", "US", "US", "US", "SG", "GB", "AT");
  private static final Map<String, List<String>> CITIES =
      Map.of(
          "DE", List.of("Frankfurt", "Frankfurt", "Berlin", "Munich"),
          "FR", List.of("Paris", "Paris", "Lyon"),
          "US", List.of("New York", "New York", "New York", "Boston", "Chicago"),
          "SG", List.of("Singapore"),
          "GB", List.of("London", "London", "Leeds"),
          "AT", List.of("Vienna", "Graz"),
          "IE", List.of("Dublin"));
  private static final Map<String, String> CURRENCY =
      Map.of(
          "DE", "EUR", "FR", "EUR", "AT", "EUR", "IE", "EUR", "US", "USD", "SG", "SGD", "GB",
          "GBP");
  private static final Map<String, Double> RATE =
      Map.of("EUR", 1.0, "USD", 0.92, "SGD", 0.68, "GBP", 1.17);
  private static final List<String[]> MERCHANTS =
      List.of(
          new String[] {"Fresh Market", "groceries", "DE", "9", "38"},
          new String[] {"Corner Grocer", "groceries", "US", "7", "31"},
          new String[] {"Blue Air", "travel", "FR", "2", "420"},
          new String[] {"Rail Nord", "travel", "DE", "3", "95"},
          new String[] {"City Cabs", "transport", "US", "5", "22"},
          new String[] {"Gadget House", "electronics", "SG", "2", "340"},
          new String[] {"Book Nook", "books", "GB", "3", "24"},
          new String[] {"Lucky Nine", "gambling", "GB", "1", "180"},
          new String[] {"Green Pharmacy", "health", "AT", "2", "29"});

  private final SplittableRandom random = new SplittableRandom(2026);

  List<BankRow> users() {
    List<BankRow> rows = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      rows.add(user(i));
    }
    return rows;
  }

  private BankRow user(int i) {
    Map<String, Object> row = new HashMap<>();
    String country = i >= USERS - 4 ? "IE" : pick(HOME);
    double risk = Math.round(1000 * Math.pow(random.nextDouble(), 2)) / 1000.0;
    row.put("user_id", "U%04d".formatted(i + 1));
    row.put("full_name", FIRST.get(i % 16) + " " + LAST.get(i % 15));
    row.put("email", i % 19 == 7 ? null : "u%04d@bank.example".formatted(i + 1));
    row.put("phone", i % 23 == 5 ? null : "+49 69 %06d".formatted(i * 37));
    row.put("birth_date", LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_500)));
    row.put("country", country);
    row.put("city", pick(CITIES.get(country)));
    row.put("segment", weighted("retail", 6, "premium", 3, "business", 2, "private", 1));
    row.put("status", weighted("active", 14, "dormant", 3, "blocked", 2, "closed", 1));
    row.put("kyc_status", weighted("verified", 12, "pending", 3, "failed", 1, "expired", 1));
    row.put("risk_score", risk);
    row.put("risk_level", risk > 0.7 ? "high" : risk > 0.3 ? "medium" : "low");
    row.put("balance", money(Math.exp(5 + 6 * random.nextDouble())));
    row.put("currency", CURRENCY.get(country));
    row.put("credit_limit", money(500 * random.nextInt(1, 40)));
    Instant registered =
        BankStore.NOW.minus(Duration.ofMinutes((long) (2500 * 1440 * random.nextDouble()) + 900));
    row.put("registered_at", registered);
    row.put(
        "last_login_at",
        i >= ACTIVE_USERS ? null : BankStore.NOW.minusSeconds(random.nextInt(9_000_000)));
    row.put("updated_at", BankStore.NOW.minusSeconds(random.nextInt(1_000_000)));
    return new BankRow(center(country), row);
  }

  List<BankRow> transactions(List<BankRow> users) {
    List<BankRow> rows = new ArrayList<>();
    for (int i = 0; i < TRANSACTIONS; i++) {
      rows.add(transaction(i, users.get(payer())));
    }
    return rows;
  }

  private BankRow transaction(int i, BankRow user) {
    Map<String, Object> row = new HashMap<>();
    String[] merchant = merchant();
    String kind = weighted("card", 10, "transfer", 5, "cash", 2, "direct_debit", 1);
    String currency = (String) user.values().get("currency");
    String status = weighted("completed", 20, "declined", 3, "pending", 2, "reversed", 1);
    double euros = Double.parseDouble(merchant[4]) * Math.exp(1.4 * (random.nextDouble() - 0.4));
    // More of it lately: the share of old transactions falls with the square root.
    long age = (long) (400L * 86_400 * Math.pow(random.nextDouble(), 1.6));
    Instant at = BankStore.NOW.minusSeconds(age + 1);
    row.put("transaction_id", "T%05d".formatted(i + 1));
    row.put("user_id", user.values().get("user_id"));
    row.put("account_id", "A" + ((String) user.values().get("user_id")).substring(1));
    row.put("occurred_at", at);
    row.put("booked_at", status.equals("completed") ? at.plusSeconds(3600) : null);
    row.put("amount", money(euros / RATE.get(currency)));
    row.put("currency", currency);
    row.put("amount_eur", money(euros));
    row.put("fee", kind.equals("transfer") ? money(0.5 + euros / 200) : money(0));
    row.put("direction", weighted("debit", 9, "credit", 1));
    row.put("kind", kind);
    row.put("channel", weighted("mobile", 8, "web", 6, "pos", 4, "atm", 2, "branch", 1));
    row.put("status", status);
    row.put("decline_reason", status.equals("declined") ? declined() : null);
    boolean shop = kind.equals("card") || kind.equals("direct_debit");
    row.put("merchant", shop ? merchant[0] : null);
    row.put("merchant_category", shop ? merchant[1] : null);
    row.put("merchant_country", shop ? merchant[2] : null);
    row.put("country", user.values().get("country"));
    row.put("city", user.values().get("city"));
    row.put("device_id", "D%03d".formatted(random.nextInt(300)));
    row.put("card_present", kind.equals("card") ? random.nextInt(3) == 0 : null);
    row.put("is_fraud", status.equals("pending") ? null : random.nextInt(60) == 0);
    row.put("risk_score", Math.round(1000 * random.nextDouble()) / 1000.0);
    row.put("updated_at", at);
    return new BankRow(user.center(), row);
  }

  List<BankRow> logins(List<BankRow> users) {
    List<BankRow> rows = new ArrayList<>();
    for (int i = 0; i < LOGINS; i++) {
      rows.add(login(i, users.get(payer())));
    }
    return rows;
  }

  private BankRow login(int i, BankRow user) {
    Map<String, Object> row = new HashMap<>();
    boolean success = random.nextInt(100) >= 22;
    boolean away = random.nextInt(25) == 0;
    String country = away ? pick(HOME) : (String) user.values().get("country");
    String device = weighted("phone", 6, "desktop", 4, "tablet", 1);
    row.put("event_id", "L%05d".formatted(i + 1));
    row.put("user_id", random.nextInt(70) == 0 ? null : user.values().get("user_id"));
    row.put("username", user.values().get("user_id"));
    row.put(
        "occurred_at",
        BankStore.NOW.minusSeconds((long) (75 * 86_400 * Math.pow(random.nextDouble(), 1.3)) + 1));
    row.put("success", success);
    row.put("failure_reason", success ? null : failure());
    row.put("method", weighted("password", 7, "biometric", 4, "otp", 2, "passkey", 1));
    row.put("mfa_used", random.nextInt(3) > 0);
    row.put("channel", weighted("mobile", 6, "web", 4, "api", 1));
    row.put("ip_address", !success && i % 9 == 0 ? "203.0.113.7" : "198.51.100." + (i % 240));
    row.put("country", country);
    row.put("city", pick(CITIES.get(country)));
    row.put("device_id", "D%03d".formatted(i % 17 == 0 ? random.nextInt(4) : payer()));
    row.put("device_type", device);
    row.put("session_id", success ? "S%05d".formatted(i) : null);
    row.put("duration_ms", (long) (device.equals("phone") ? 300 : 450) + random.nextInt(400));
    row.put("risk_score", Math.round(1000 * random.nextDouble()) / 1000.0);
    return new BankRow(user.center(), row);
  }

  private String declined() {
    return weighted("insufficient_funds", 6, "limit_exceeded", 3, "suspected_fraud", 1);
  }

  private String failure() {
    return weighted("wrong_password", 8, "mfa_failed", 3, "locked", 2, "expired", 1);
  }

  /** Some pay far more often than others. */
  private int payer() {
    return (int) (ACTIVE_USERS * Math.pow(random.nextDouble(), 1.5));
  }

  private String[] merchant() {
    int total = MERCHANTS.stream().mapToInt(one -> Integer.parseInt(one[3])).sum();
    int left = random.nextInt(total);
    for (String[] one : MERCHANTS) {
      left -= Integer.parseInt(one[3]);
      if (left < 0) {
        return one;
      }
    }
    throw new AssertionError("unreachable");
  }

  private String weighted(Object... wordsAndWeights) {
    int total = 0;
    for (int i = 1; i < wordsAndWeights.length; i += 2) {
      total += (Integer) wordsAndWeights[i];
    }
    int left = random.nextInt(total);
    int at = 0;
    while ((left -= (Integer) wordsAndWeights[at + 1]) >= 0) {
      at += 2;
    }
    return (String) wordsAndWeights[at];
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String center(String country) {
    return switch (country) {
      case "US" -> "nyc";
      case "SG" -> "sgp";
      default -> "fra";
    };
  }

  private static BigDecimal money(double value) {
    return BigDecimal.valueOf(Math.round(value * 100), 2);
  }
}
