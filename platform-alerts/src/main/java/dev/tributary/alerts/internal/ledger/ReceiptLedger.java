package dev.tributary.alerts.internal.ledger;

import dev.tributary.alerts.internal.json.Json;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.core.StoreTime;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What became of events that came with a key. Stateless. */
public final class ReceiptLedger {
  private ReceiptLedger() {}

  /**
   * Finds a receipt.
   *
   * @param connection any connection
   * @param key the key
   * @return the receipt, marked as a repeated one
   */
  public static Optional<IntakeReceipt> find(Connection connection, String key) {
    return Jdbi.open(connection)
        .createQuery("SELECT outcome FROM metric_receipts WHERE receipt_key = :key")
        .bind("key", key)
        .mapTo(String.class)
        .findOne()
        .map(ReceiptLedger::read);
  }

  /**
   * Keeps a receipt.
   *
   * @param connection the connection of a transaction
   * @param key the key
   * @param receipt the receipt
   * @param now the present
   */
  public static void add(Connection connection, String key, IntakeReceipt receipt, Instant now) {
    Jdbi.open(connection)
        .createUpdate(
            "INSERT INTO metric_receipts (receipt_key, received_at, outcome)"
                + " VALUES (:key, :now, :outcome)")
        .bind("key", key)
        .bind("now", StoreTime.text(now))
        .bind("outcome", write(receipt))
        .execute();
  }

  /**
   * Forgets old receipts.
   *
   * @param connection the connection of a transaction
   * @param before those received earlier than this
   * @return how many
   */
  public static int forget(Connection connection, Instant before) {
    return Jdbi.open(connection)
        .createUpdate("DELETE FROM metric_receipts WHERE received_at < :before")
        .bind("before", StoreTime.text(before))
        .execute();
  }

  private static String write(IntakeReceipt receipt) {
    List<Map<String, Object>> refusals =
        receipt.refusals().stream()
            .map(refusal ->
                Map.<String, Object>of(
                    "index", refusal.index(),
                    "code", refusal.code(),
                    "message", refusal.message()))
            .toList();
    return Json.text(Map.of("taken", receipt.taken(), "refusals", refusals));
  }

  private static IntakeReceipt read(String outcome) {
    Map<String, Object> members = Json.object(outcome);
    List<IntakeReceipt.Refusal> refusals =
        ((List<?>) members.getOrDefault("refusals", List.of()))
            .stream().map(item -> refusal((Map<?, ?>) item)).toList();
    return new IntakeReceipt(number(members.get("taken")), refusals, true);
  }

  private static IntakeReceipt.Refusal refusal(Map<?, ?> members) {
    return new IntakeReceipt.Refusal(
        number(members.get("index")),
        String.valueOf(members.get("code")),
        String.valueOf(members.get("message")));
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }
}
