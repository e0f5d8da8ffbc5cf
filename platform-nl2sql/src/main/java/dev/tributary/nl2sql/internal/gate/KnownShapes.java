package dev.tributary.nl2sql.internal.gate;

import dev.tributary.nl2sql.internal.scan.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The shapes of statements that passed, the last used ones up to a bound. Thread-safe. */
final class KnownShapes {
  /** What is asked of these depends on values, so statements that call them are not remembered. */
  private static final Set<String> SIZED =
      Set.of(
          "generate_series",
          "generate_array",
          "sequence",
          "array_fill",
          "repeat",
          "replicate",
          "space",
          "lpad",
          "rpad",
          "padl",
          "padr",
          "padc",
          "printf",
          "format");

  private static final int LONGEST_KEY = 16_384;

  private final int most;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > most;
        }
      };

  /** What passed, with the text between the values. */
  private record Known(Passed passed, List<String> pieces) {}

  KnownShapes(int most) {
    this.most = most;
  }

  boolean remembers() {
    return most > 0;
  }

  /** Writes a statement of a known shape with its own values. */
  @Nullable Passed find(Shape shape) {
    Known found;
    synchronized (known) {
      found = known.get(shape.key());
    }
    if (found == null) {
      return null;
    }
    StringBuilder sql = new StringBuilder(found.pieces().getFirst());
    for (int i = 0; i < shape.values().size(); i++) {
      sql.append(shape.values().get(i).text()).append(found.pieces().get(i + 1));
    }
    return new Passed(sql.toString(), found.passed().found(), found.passed().limits());
  }

  /**
   * Remembers a statement that passed, if the text that may run holds its values one for one.
   *
   * @param shape its shape
   * @param passed what passed
   * @param written the shape of the text that may run
   */
  void remember(Shape shape, Passed passed, Shape written) {
    boolean sized = passed.found().functions().stream().anyMatch(KnownShapes::isSized);
    // How deep CONNECT BY goes is a value it compares with.
    boolean levels = passed.sql().toLowerCase(Locale.ROOT).contains("connect");
    if (sized || levels || shape.key().length() > LONGEST_KEY || !sameValues(shape, written)) {
      return;
    }
    Known one = new Known(passed, pieces(passed.sql(), written.values()));
    synchronized (known) {
      known.put(shape.key(), one);
    }
  }

  private static boolean isSized(String function) {
    return SIZED.contains(function.substring(function.lastIndexOf('.') + 1));
  }

  private static boolean sameValues(Shape one, Shape other) {
    List<String> first = one.values().stream().map(Token::text).toList();
    return first.equals(other.values().stream().map(Token::text).toList());
  }

  private static List<String> pieces(String sql, List<Token> values) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    for (Token value : values) {
      pieces.add(sql.substring(at, value.position()));
      at = value.position() + value.text().length();
    }
    pieces.add(sql.substring(at));
    return pieces;
  }
}
