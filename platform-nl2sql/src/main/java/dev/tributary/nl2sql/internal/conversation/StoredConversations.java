package dev.tributary.nl2sql.internal.conversation;

import dev.tributary.api.query.Conversations;
import dev.tributary.api.query.GenerationRequest;
import dev.tributary.core.CentralStore;
import dev.tributary.core.StoreTime;
import dev.tributary.nl2sql.internal.store.StoreHandle;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Keeps conversations in the central store. Thread-safe. */
public final class StoredConversations implements Conversations {
  private static final int MOST_TITLE = 80;
  private static final int MOST_SUMMARY = 600;

  private final CentralStore store;

  /**
   * Makes it.
   *
   * @param store where conversations are kept
   */
  public StoredConversations(CentralStore store) {
    this.store = store;
  }

  @Override
  public List<GenerationRequest.Turn> recent(String sessionId, int limit) {
    return store.read(connection -> {
      try (Handle handle = StoreHandle.over(connection)) {
        return handle
            .createQuery(
                "SELECT turn, question, sql_text, summary, options FROM conversation_turns"
                    + " WHERE conversation_id = :id ORDER BY turn DESC LIMIT :limit")
            .bind("id", sessionId)
            .bind("limit", limit)
            .map((row, context) ->
                Map.entry(
                    row.getInt("turn"),
                    new GenerationRequest.Turn(
                        row.getString("question"),
                        row.getString("sql_text"),
                        row.getString("summary"),
                        StoredOptions.read(row.getString("options")))))
            .list()
            .stream()
            .sorted(Comparator.comparing(Map.Entry::getKey))
            .map(Map.Entry::getValue)
            .toList();
      }
    });
  }

  @Override
  public void add(String sessionId, GenerationRequest.Turn turn, Instant at) {
    store.write(transaction -> {
      try (Handle handle = StoreHandle.over(transaction.connection())) {
        begin(handle, sessionId, turn, at);
        int number = next(handle, sessionId, at);
        handle
            .createUpdate(
                "INSERT INTO conversation_turns"
                    + " (conversation_id, turn, question, sql_text, summary, options, asked_at)"
                    + " VALUES (:id, :turn, :question, :sql, :summary, :options, :at)")
            .bind("id", sessionId)
            .bind("turn", number)
            .bind("question", turn.question())
            .bind("sql", turn.sql())
            .bind("summary", shortened(turn.summary(), MOST_SUMMARY))
            .bind("options", StoredOptions.text(turn.options()))
            .bind("at", StoreTime.text(at))
            .execute();
        return number;
      }
    });
  }

  @Override
  public int forget(Instant before) {
    return store.write(transaction -> {
      try (Handle handle = StoreHandle.over(transaction.connection())) {
        String until = StoreTime.text(before);
        handle
            .createUpdate(
                "DELETE FROM conversation_turns WHERE conversation_id IN"
                    + " (SELECT id FROM conversations WHERE updated_at < :until)")
            .bind("until", until)
            .execute();
        return handle
            .createUpdate("DELETE FROM conversations WHERE updated_at < :until")
            .bind("until", until)
            .execute();
      }
    });
  }

  private static void begin(
      Handle handle, String sessionId, GenerationRequest.Turn turn, Instant at) {
    handle
        .createUpdate(
            "INSERT INTO conversations (id, title, turns, created_at, updated_at)"
                + " SELECT :id, :title, 0, :at, :at FROM (SELECT 1 AS one) d"
                + " WHERE NOT EXISTS (SELECT 1 FROM conversations WHERE id = :id)")
        .bind("id", sessionId)
        .bind("title", shortened(turn.question(), MOST_TITLE))
        .bind("at", StoreTime.text(at))
        .execute();
  }

  /**
   * The row of the conversation stays locked until the commit, so that numbers are not met twice.
   */
  private static int next(Handle handle, String sessionId, Instant at) {
    handle
        .createUpdate("UPDATE conversations SET turns = turns + 1, updated_at = :at WHERE id = :id")
        .bind("id", sessionId)
        .bind("at", StoreTime.text(at))
        .execute();
    return handle
        .createQuery("SELECT turns FROM conversations WHERE id = :id")
        .bind("id", sessionId)
        .mapTo(Integer.class)
        .one();
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }
}
