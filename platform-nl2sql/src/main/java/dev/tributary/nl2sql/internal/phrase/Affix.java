package dev.tributary.nl2sql.internal.phrase;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that say where in a text another one stands. */
record Affix(Place place, int to) {
  private static final Set<String> PIECES =
      Set.of(
          "the",
          "a",
          "word",
          "words",
          "letter",
          "letters",
          "text",
          "substring",
          "string",
          "phrase",
          "prefix",
          "suffix",
          "character",
          "with",
          "by");

  /** Where. */
  private enum Place {
    BEGINNING,
    END,
    ANYWHERE
  }

  static @Nullable Affix read(Sentence sentence, int at) {
    Place place =
        switch (sentence.word(at)) {
          case "starts", "start", "starting", "begins", "begin", "beginning" -> Place.BEGINNING;
          case "ends", "end", "ending" -> Place.END;
          case "contains",
              "contain",
              "containing",
              "includes",
              "include",
              "including",
              "like",
              "having",
              "with",
              "has",
              "have" ->
              Place.ANYWHERE;
          default -> null;
        };
    if (place == null) {
      return null;
    }
    int to = sentence.skip(at + 1, PIECES);
    boolean with = sentence.is(at + 1, "with", "in", "by");
    if (place != Place.ANYWHERE && !with) {
      return null;
    }
    return new Affix(place, to);
  }

  String pattern(String text) {
    String plain = text.replace("%", "").replace("_", "");
    return switch (place) {
      case BEGINNING -> plain + "%";
      case END -> "%" + plain;
      case ANYWHERE -> "%" + plain + "%";
    };
  }
}
