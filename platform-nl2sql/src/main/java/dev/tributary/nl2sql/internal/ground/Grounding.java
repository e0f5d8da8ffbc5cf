package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.words.Token;
import java.util.List;

/**
 * A question with what its words may stand for.
 *
 * @param tokens its tokens
 * @param spans for each token, the spans that begin there, the longest first
 */
public record Grounding(List<Token> tokens, List<List<Span>> spans) {
  /** Copies the lists. */
  public Grounding {
    tokens = List.copyOf(tokens);
    spans = List.copyOf(spans);
  }
}
