package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.HashSet;
import java.util.Set;

/** The words of a question, and those that can stand for them: they decide where names do not. */
final class Cues {
  private final Set<String> said = new HashSet<>();
  private final Stems stems;

  Cues(Grounding grounding, Lexicon lexicon, Stems stems) {
    this.stems = stems;
    for (Token token : grounding.tokens()) {
      said.add(token.stem());
      said.addAll(lexicon.synonyms(token.stem()));
    }
  }

  /** Whether the question says a word of a name, or one that can stand for it. */
  boolean tell(String word) {
    return said.contains(word) || said.contains(stems.of(word));
  }
}
