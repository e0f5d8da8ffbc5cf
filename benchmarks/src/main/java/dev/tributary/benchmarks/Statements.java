package dev.tributary.benchmarks;

/** Statements of three sizes over one small schema, in SQL that all the compared programs read. */
final class Statements {
  /** The tables they read, for the programs that ask for them. */
  static final String[][] TABLES = {
    {"users", "id", "name", "country"},
    {"customers", "id", "name", "country"},
    {"orders", "id", "customer_id", "amount", "status", "created_on"},
    {"accounts", "id", "customer_id", "kind", "status", "rate"},
    {"bookings", "id", "account_id", "amount", "period"},
    {"blocks", "customer_id", "ends_on"},
    {"visits", "customer_id", "pages"},
    {"logins", "customer_id", "seen_on", "success"}
  };

  private static final String SMALL = "SELECT name FROM users WHERE id = 42";

  private static final String MEDIUM =
      """
      SELECT c.country, COUNT(*) AS orders, SUM(o.amount) AS total
      FROM customers c JOIN orders o ON o.customer_id = c.id
      WHERE o.created_on >= '2025-01-01' AND o.status IN ('paid', 'sent')
      GROUP BY c.country HAVING SUM(o.amount) > 1000 ORDER BY total DESC LIMIT 10
      """;

  private static final String LARGE =
      """
      WITH monthly AS (
        SELECT b.account_id, b.period,
          SUM(CASE WHEN b.amount > 0 THEN b.amount ELSE 0 END) AS credit,
          SUM(CASE WHEN b.amount < 0 THEN -b.amount ELSE 0 END) AS debit, COUNT(*) AS bookings
        FROM bookings b JOIN accounts a ON a.id = b.account_id
        WHERE b.period BETWEEN '2025-01' AND '2025-12' AND a.status <> 'closed'
          AND (a.kind = 'giro' OR a.kind = 'savings' AND a.rate > 0.5)
        GROUP BY b.account_id, b.period),
      ranked AS (
        SELECT m.account_id, m.period, m.credit, m.debit,
          RANK() OVER (PARTITION BY m.period ORDER BY m.credit - m.debit DESC) AS place,
          LAG(m.credit, 1, 0) OVER (PARTITION BY m.account_id ORDER BY m.period) AS earlier,
          AVG(m.debit) OVER (PARTITION BY m.account_id ORDER BY m.period
            ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS smooth
        FROM monthly m)
      SELECT c.name, c.country, r.period, r.credit, r.debit, r.place,
        COALESCE(r.credit / NULLIF(r.earlier, 0) - 1, 0) AS growth,
        CASE WHEN r.smooth > 10000 THEN 'high' WHEN r.smooth > 1000 THEN 'middle'
          ELSE 'low' END AS band,
        (SELECT MAX(l.seen_on) FROM logins l
          WHERE l.customer_id = c.id AND l.success = 1) AS last_login
      FROM ranked r JOIN accounts a ON a.id = r.account_id
        JOIN customers c ON c.id = a.customer_id
        LEFT JOIN blocks b ON b.customer_id = c.id AND b.ends_on > '2025-06-01'
      WHERE r.place <= 20 AND b.customer_id IS NULL
        AND c.country IN ('DE', 'FR', 'IT', 'ES', 'PL', 'SE')
        AND EXISTS (SELECT 1 FROM visits v WHERE v.customer_id = c.id AND v.pages > 3)
        AND LOWER(c.name) NOT LIKE '%test%'
      ORDER BY r.period, r.place, c.name LIMIT 500
      """;

  private Statements() {}

  static String of(String size) {
    return switch (size) {
      case "small" -> SMALL;
      case "medium" -> MEDIUM;
      case "large" -> LARGE;
      default -> throw new IllegalArgumentException("size " + size);
    };
  }
}
