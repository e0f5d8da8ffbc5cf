package dev.tributary.core.internal.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays values over others: sections key by key, everything else as a whole. */
public final class Overlay {
  private Overlay() {}

  /**
   * Lays values over others.
   *
   * @param below the values underneath, left as they are
   * @param above the values that go before them
   * @return both
   */
  public static Map<String, @Nullable Object> of(Map<?, ?> below, Map<?, ?> above) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    below.forEach((key, value) -> all.put(String.valueOf(key), value));
    above.forEach((key, value) -> all.merge(String.valueOf(key), value, Overlay::value));
    return all;
  }

  private static @Nullable Object value(Object below, @Nullable Object above) {
    return below instanceof Map<?, ?> under && above instanceof Map<?, ?> over
        ? of(under, over)
        : above;
  }
}
