package dev.tributary.nl2sql;

import dev.tributary.api.query.LanguageModel;
import dev.tributary.api.query.TokenUsage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A model that replies as it was told to, and keeps what it was asked. */
final class FakeLanguageModel implements LanguageModel {
  final List<Prompt> asked = new ArrayList<>();
  private final Deque<String> replies;

  FakeLanguageModel(String... replies) {
    this.replies = new ArrayDeque<>(List.of(replies));
  }

  @Override
  public String name() {
    return "fake:model";
  }

  @Override
  public Completion complete(Prompt prompt) {
    asked.add(prompt);
    return new Completion(replies.remove(), new TokenUsage(100, 20, 50));
  }
}
