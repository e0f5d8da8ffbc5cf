package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.words.Token;
import java.util.List;

/**
 * A question with what its words may stand for.
 *
 * @param tokens its tokens
 * @param spans for each token, the spans that begin there, the longest first
 * @param doers the tables whose rows are called by what the question says somebody does
 */
public record Grounding(List<Token> tokens, List<List<Span>> spans, List<Link.ToRelation> doers) {
  /** Copies the lists. */
  public Grounding {
    tokens = List.copyOf(tokens);
    spans = List.copyOf(spans);
    doers = List.copyOf(doers);
  }
}
