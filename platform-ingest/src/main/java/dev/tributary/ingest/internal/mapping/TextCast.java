package dev.tributary.ingest.internal.mapping;

import org.jspecify.annotations.Nullable;

/** Casts to text, and refuses what not every store can keep. */
final class TextCast implements CellStep {
  /** The most characters of a text in a key: {@value}. */
  static final int MOST_KEY_CHARACTERS = 255;

  private final boolean inKey;

  TextCast(boolean inKey) {
    this.inKey = inKey;
  }

  @Override
  public @Nullable Object apply(Object value) {
    String text = CanonicalText.of(value);
    if (inKey && text.length() > MOST_KEY_CHARACTERS) {
      return new Misfit(
          "key_too_long",
          "has " + text.length() + " characters, and a key has at most " + MOST_KEY_CHARACTERS,
          "choose another key for the dataset, or make one with 'key: [columns]' in the mapping");
    }
    return badCharacter(text);
  }

  private static Object badCharacter(String text) {
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c == 0) {
        return new Misfit(
            "nul_character",
            "holds a NUL character at place " + index + ", which no store accepts",
            "remove it at the source");
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        if (!paired) {
          return new Misfit(
              "broken_character",
              "holds half of a surrogate pair at place " + index,
              "correct the encoding at the source");
        }
        index++;
      }
    }
    return text;
  }
}
