package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a question, and those that can stand for them: they decide where names do not. */
final class Cues {
  private static final int BEFORE = 6;
  private static final int AFTER = 3;
  private static final Set<String> LINKING = Set.of("with", "whose", "of", "having");
  private static final Set<String> POINTING = Set.of("that", "which", "who", "whose");

  private final Set<String> said = new HashSet<>();
  private final Map<String, Boolean> told = new HashMap<>();
  private final List<Token> tokens;
  private final Lexicon lexicon;
  private final Stems stems;

  Cues(Grounding grounding, Lexicon lexicon, Stems stems) {
    this.tokens = grounding.tokens();
    this.lexicon = lexicon;
    this.stems = stems;
    for (Token token : grounding.tokens()) {
      said.add(token.stem());
      said.addAll(lexicon.synonyms(token.stem()));
    }
  }

  /** Whether the question says a word of a name, or one that can stand for it. */
  boolean tell(String word) {
    return told.computeIfAbsent(word, this::telling);
  }

  private boolean telling(String word) {
    return said.contains(word)
        || said.contains(stems.of(word))
        || does(word)
        || lexicon.parts(stems.of(word)).stream()
            .anyMatch(cue -> !lexicon.filler(cue) && tokens.stream().anyMatch(it -> it.is(cue)));
  }

  /** Whether a word is among those of a name, or what one of them is short for. */
  boolean same(List<String> name, String word) {
    return name.stream()
        .anyMatch(each -> each.equals(word) || lexicon.unfolded(each).contains(word));
  }

  /**
   * Which of several parts the words nearest to others name: those before them, else those after.
   *
   * @param names the words each part is called by
   * @param from the first of the words that play a part
   * @param to the one after the last
   * @param bounds words that are not looked past
   * @return its position; -1 if none is named, or two at once
   */
  int nearest(List<List<String>> names, int from, int to, Set<Integer> bounds) {
    for (int at = from - 1; at >= Math.max(0, from - BEFORE) && !bounds.contains(at); at--) {
      int found = named(names, tokens.get(at));
      if (found >= 0) {
        return found;
      }
    }
    int end = Math.min(tokens.size(), to + AFTER);
    for (int at = to; at < end && !bounds.contains(at); at++) {
      Token token = tokens.get(at);
      int found = lexicon.filler(token.word()) ? -1 : named(names, token);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  private int named(List<List<String>> names, Token token) {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      boolean own =
          names.get(i).stream()
              .filter(word -> !shared(names, at, word))
              .anyMatch(word -> says(token, word));
      if (own && found >= 0) {
        return -1;
      }
      found = own ? i : found;
    }
    return found;
  }

  private static boolean shared(List<List<String>> names, int at, String word) {
    for (int i = 0; i < names.size(); i++) {
      if (i != at && names.get(i).contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is no more than a word of linking, such as with, before a position. */
  boolean follows(int at, int end) {
    return end >= 0 && (at == end || (at == end + 1 && LINKING.contains(tokens.get(end).word())));
  }

  /** Whether what follows is said of what was named right before. */
  boolean pointsBack(int at) {
    return at < tokens.size() && POINTING.contains(tokens.get(at).word());
  }

  /** Whether the word at a position is one of a name, or akin to it. */
  boolean says(int at, String word) {
    return says(tokens.get(at), word);
  }

  /** Whether the question says what somebody does who is called by a word. */
  boolean does(String agent) {
    return tokens.stream().anyMatch(token -> does(token, agent));
  }

  /** Who led is the leader, who owns a thing its owner. */
  private boolean does(Token token, String agent) {
    return lexicon.does(token, agent, stems);
  }

  private boolean says(Token token, String word) {
    for (String whole : lexicon.unfolded(word)) {
      String stem = stems.of(whole);
      if (token.is(whole)
          || token.stem().equals(stem)
          || does(token, whole)
          || lexicon.parts(stem).contains(token.word())
          || stems.root(token.stem()).equals(stems.root(stem))) {
        return true;
      }
    }
    return false;
  }
}
