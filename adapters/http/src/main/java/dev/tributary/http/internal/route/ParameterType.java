package dev.tributary.http.internal.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a parameter's value may be. */
public sealed interface ParameterType {

  /** What is wrong with a value, in words that say what is allowed; empty if nothing is. */
  Optional<String> fault(String value);

  /** The same as JSON schema. */
  Map<String, Object> schema();

  /** Any text of bounded length. */
  record Text(int most) implements ParameterType {
    @Override
    public Optional<String> fault(String value) {
      return value.isEmpty() || value.length() > most
          ? Optional.of("must be a text of 1 to " + most + " characters")
          : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "minLength", 1, "maxLength", most);
    }
  }

  /** A whole number in a range. */
  record Whole(long least, long most) implements ParameterType {
    @Override
    public Optional<String> fault(String value) {
      try {
        long number = Long.parseLong(value);
        if (number >= least && number <= most) {
          return Optional.empty();
        }
      } catch (NumberFormatException e) {
        // said below, with the range
      }
      return Optional.of("must be a whole number from " + least + " to " + most);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "integer", "minimum", least, "maximum", most);
    }
  }

  /** One of a few words. */
  record Choice(List<String> values) implements ParameterType {
    /** The names of an enum's constants, in lower case. */
    static Choice of(Class<? extends Enum<?>> type) {
      return new Choice(
          Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.name().toLowerCase(Locale.ROOT))
              .toList());
    }

    @Override
    public Optional<String> fault(String value) {
      return values.contains(value)
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", values));
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", "string", "enum", values);
    }
  }
}
