package dev.tributary.nl2sql;

import dev.tributary.api.query.Conversations;
import dev.tributary.api.query.GenerationRequest;
import java.time.Instant;
import java.util.List;

/** One conversation, in a list. */
record ListedConversations(List<GenerationRequest.Turn> turns) implements Conversations {

  @Override
  public List<GenerationRequest.Turn> recent(String sessionId, int limit) {
    return List.copyOf(turns);
  }

  @Override
  public void add(String sessionId, GenerationRequest.Turn turn, Instant at) {
    turns.add(turn);
  }

  @Override
  public int forget(Instant before) {
    return 0;
  }
}
