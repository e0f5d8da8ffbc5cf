package dev.tributary.core.internal.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values from environment variables: {@code TRIBUTARY_STORE_HOST} is {@code store.host}. Words that
 * together are a key or a section of the file, such as {@code max_body}, stay together; two
 * underscores always part a section from what is in it.
 */
public final class EnvironmentOverrides {
  private static final String PREFIX = "TRIBUTARY_";
  private static final Set<String> SECTIONS =
      Set.of("store", "server", "files", "network", "events");

  private final Map<String, @Nullable Object> values;
  private final Map<String, String> origins = new LinkedHashMap<>();

  /**
   * Lays environment variables over a configuration.
   *
   * @param below the configuration of the file
   * @param environment the environment variables
   * @param reserved names that mean something else, with or without more behind them
   */
  public EnvironmentOverrides(
      Map<String, @Nullable Object> below, Map<String, String> environment, Set<String> reserved) {
    Map<String, @Nullable Object> all = below;
    for (var variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(PREFIX) && reserved.stream().noneMatch(name::startsWith)) {
        String rest = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        all = Overlay.of(all, nested("", rest, variable.getValue(), name, all));
      }
    }
    this.values = all;
  }

  /**
   * The configuration with the variables laid over it.
   *
   * @return the values
   */
  public Map<String, @Nullable Object> values() {
    return values;
  }

  /**
   * Which variable gave a key its value.
   *
   * @return the variable by the path of the key
   */
  public Map<String, String> origins() {
    return origins;
  }

  private Map<String, Object> nested(
      String path, String rest, String value, String variable, Map<?, ?> known) {
    int end = sectionEnd(path, rest, known);
    if (end < 0) {
      String key = rest.replace("__", "_");
      origins.put(path + key, variable);
      return Map.of(key, value);
    }
    String section = rest.substring(0, end);
    String inside = rest.substring(end).replaceFirst("^__?", "");
    Map<?, ?> below = known.get(section) instanceof Map<?, ?> map ? map : Map.of();
    return Map.of(section, nested(path + section + ".", inside, value, variable, below));
  }

  /** Where the name of a section ends in what is left of a variable's name; -1 for no section. */
  private static int sectionEnd(String path, String rest, Map<?, ?> known) {
    if (known.containsKey(rest) && !(known.get(rest) instanceof Map<?, ?>)) {
      return -1;
    }
    int explicit = rest.indexOf("__");
    if (explicit > 0) {
      return explicit;
    }
    for (int end = rest.lastIndexOf('_'); end > 0; end = rest.lastIndexOf('_', end - 1)) {
      String section = rest.substring(0, end);
      boolean top = path.isEmpty() && SECTIONS.contains(section);
      if (top || known.get(section) instanceof Map<?, ?>) {
        return end;
      }
    }
    return -1;
  }
}
