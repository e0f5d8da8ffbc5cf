package dev.tributary.ingest.internal.mapping;

import dev.tributary.ingest.config.FieldMapping.BooleanWords;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Casts to truth values. */
final class BooleanCast implements CellStep {
  private static final List<String> TRUE = List.of("true", "yes", "y", "t", "on", "1");
  private static final List<String> FALSE = List.of("false", "no", "n", "f", "off", "0");

  private final Map<String, Boolean> words = new HashMap<>();

  BooleanCast(BooleanWords declared) {
    TRUE.forEach(word -> words.put(word, true));
    FALSE.forEach(word -> words.put(word, false));
    declared.trueWords().forEach(word -> words.put(folded(word), true));
    declared.falseWords().forEach(word -> words.put(folded(word), false));
  }

  @Override
  public @Nullable Object apply(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case String text -> ofWord(folded(text));
      case Long number -> ofWord(number.toString());
      case BigDecimal number -> ofWord(number.stripTrailingZeros().toPlainString());
      case Double number when number == 0 || number == 1 -> number == 1;
      default -> unknown();
    };
  }

  private @Nullable Object ofWord(String word) {
    if (word.isEmpty()) {
      return null;
    }
    Boolean truth = words.get(word);
    return truth == null ? unknown() : truth;
  }

  private static Misfit unknown() {
    return new Misfit(
        "not_a_boolean",
        "is not a known word for true or false",
        "declare the source's words with 'words: {true: [...], false: [...]}'");
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
