package dev.tributary.http.internal.route;

import org.jspecify.annotations.Nullable;

/**
 * A parameter in a route's query.
 *
 * @param name its name
 * @param type what its value may be
 * @param description what it does
 * @param preset the value it has when it is left out; null if it then has none
 * @param repeatable whether it may be given several times
 */
public record Parameter(
    String name,
    ParameterType type,
    String description,
    @Nullable String preset,
    boolean repeatable) {
  private static final int LONGEST_TEXT = 512;

  /** A text. */
  public static Parameter text(String name, String description) {
    return new Parameter(name, new ParameterType.Text(LONGEST_TEXT), description, null, false);
  }

  /** Texts, the parameter given once for each. */
  public static Parameter texts(String name, String description) {
    return new Parameter(name, new ParameterType.Text(LONGEST_TEXT), description, null, true);
  }

  /** A whole number with a default. */
  public static Parameter whole(
      String name, long least, long most, long preset, String description) {
    return new Parameter(
        name, new ParameterType.Whole(least, most), description, Long.toString(preset), false);
  }

  /** A whole number without a default. */
  public static Parameter whole(String name, long least, long most, String description) {
    return new Parameter(name, new ParameterType.Whole(least, most), description, null, false);
  }

  /** One of an enum's constants, in lower case. */
  public static Parameter choice(String name, Class<? extends Enum<?>> type, String description) {
    return new Parameter(name, ParameterType.Choice.of(type), description, null, false);
  }
}
