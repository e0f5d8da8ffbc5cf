package dev.tributary.nl2sql;

import dev.tributary.api.query.GenerationRequest;
import dev.tributary.api.query.Proposal;
import dev.tributary.api.query.SqlGenerator;
import dev.tributary.api.query.TokenUsage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A generator that proposes what it was told to, and keeps what it was asked. */
final class Scripted implements SqlGenerator {
  final List<GenerationRequest> asked = new ArrayList<>();
  private final String name;
  private final Deque<Function<GenerationRequest, Proposal>> replies = new ArrayDeque<>();

  Scripted(String name) {
    this.name = name;
  }

  Scripted sql(String sql) {
    return then(
        request -> new Proposal.Sql(sql, "as scripted", List.of(), new TokenUsage(10, 2, 0)));
  }

  Scripted then(Function<GenerationRequest, Proposal> reply) {
    replies.add(reply);
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Proposal propose(GenerationRequest request) {
    asked.add(request);
    return replies.remove().apply(request);
  }
}
