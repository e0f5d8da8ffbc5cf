package dev.tributary.api.settings;

import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One section of a configuration, read key by key. A missing or malformed value is noted, not
 * thrown, and reading goes on with a harmless value; {@link #verify()} then throws everything that
 * was noted, in this section and below, together with every key that nothing asked for.
 *
 * <pre>{@code
 * Path folder = Path.of(settings.requiredText("folder"));
 * Duration settle = settings.duration("settle", Duration.ofSeconds(5));
 * settings.verify();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class Settings {
  private final String place;
  private final Map<String, Object> values;
  private final SecretResolver secrets;
  private final List<Fault> faults;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Settings> children = new LinkedHashMap<>();

  private Settings(
      String place, Map<String, Object> values, SecretResolver secrets, List<Fault> faults) {
    this.place = place;
    this.values = values;
    this.secrets = secrets;
    this.faults = faults;
  }

  /**
   * Makes a section of plain values.
   *
   * @param place what messages call it, such as a file name
   * @param values scalars, lists and maps with text keys, nested to any depth
   * @param secrets resolves references to secrets
   * @return the section
   */
  public static Settings of(String place, Map<String, ?> values, SecretResolver secrets) {
    return new Settings(place, copy(values), secrets, new ArrayList<>());
  }

  /**
   * What messages call this section.
   *
   * @return the file and key
   */
  public String place() {
    return place;
  }

  /**
   * The keys that are present.
   *
   * @return the keys in the order of the configuration
   */
  public Set<String> keys() {
    return values.keySet();
  }

  /**
   * Tells whether a key is present with a value.
   *
   * @param key the key
   * @return true if there is a value
   */
  public boolean has(String key) {
    return values.get(key) != null;
  }

  /**
   * Reads a text that must be there.
   *
   * @param key the key
   * @return the text, or an empty one after noting that it is missing
   */
  public String requiredText(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty() || text.get().isBlank()) {
      note(key, "is missing", "add it");
    }
    return text.orElse("");
  }

  /**
   * Reads a text.
   *
   * @param key the key
   * @return the text, if there is one
   */
  public Optional<String> text(String key) {
    Object value = value(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      note(key, "holds a structure", "write a single value");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  /**
   * Reads a text that has a default.
   *
   * @param key the key
   * @param fallback the value when there is none
   * @return the text
   */
  public String text(String key, String fallback) {
    return text(key).orElse(fallback);
  }

  /**
   * Reads a whole number.
   *
   * @param key the key
   * @param fallback the value when there is none
   * @param least the smallest number that is allowed
   * @param most the largest number that is allowed
   * @return the number
   */
  public long integer(String key, long fallback, long least, long most) {
    long number =
        parsed(key, Settings::parseLong, "a whole number such as " + fallback).orElse(fallback);
    if (number < least || number > most) {
      note(key, "is " + number, "use a number from " + least + " to " + most);
      return fallback;
    }
    return number;
  }

  /**
   * Reads a truth value.
   *
   * @param key the key
   * @param fallback the value when there is none
   * @return the truth value
   */
  public boolean flag(String key, boolean fallback) {
    return parsed(key, Settings::parseFlag, "true or false").orElse(fallback);
  }

  /**
   * Reads a duration, such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d} or
   * ISO-8601.
   *
   * @param key the key
   * @param fallback the value when there is none
   * @return the duration, never negative
   */
  public Duration duration(String key, Duration fallback) {
    return duration(key).orElse(fallback);
  }

  /**
   * Reads a duration that has no default.
   *
   * @param key the key
   * @return the duration, if there is one
   */
  public Optional<Duration> duration(String key) {
    return parsed(
        key,
        text -> Durations.parse(text).filter(duration -> !duration.isNegative()),
        "a duration such as 30s, 5m or PT1H");
  }

  /**
   * Reads a size in bytes, such as {@code 64KiB} or {@code 16MiB}.
   *
   * @param key the key
   * @param fallback the number of bytes when there is none
   * @return the number of bytes
   */
  public long bytes(String key, long fallback) {
    return parsed(
            key,
            text -> {
              OptionalLong size = ByteSizes.parse(text);
              return size.isPresent() ? Optional.of(size.getAsLong()) : Optional.empty();
            },
            "a size such as 64KiB or 16MiB")
        .orElse(fallback);
  }

  /**
   * Reads one of the constants of an enum, written in lower case.
   *
   * @param key the key
   * @param fallback the value when there is none; it also names the enum
   * @param <E> the enum
   * @return the constant
   */
  public <E extends Enum<E>> E choice(String key, E fallback) {
    List<E> constants = List.of(fallback.getDeclaringClass().getEnumConstants());
    return parsed(
            key,
            text ->
                constants.stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                    .findFirst(),
            "one of " + constants.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList())
        .orElse(fallback);
  }

  /**
   * Reads a list of texts; a single text counts as a list of one.
   *
   * @param key the key
   * @return the texts, none when there are none
   */
  public List<String> texts(String key) {
    return switch (value(key)) {
      case null -> List.of();
      case List<?> list -> list.stream().filter(Objects::nonNull).map(Object::toString).toList();
      case Map<?, ?> ignored -> {
        note(key, "holds a map", "write a list");
        yield List.of();
      }
      case Object single -> List.of(single.toString());
    };
  }

  /**
   * Reads a reference to a secret and resolves it.
   *
   * @param key the key
   * @return the secret, if there is one
   */
  public Optional<Secret> secret(String key) {
    return text(key)
        .flatMap(reference -> {
          try {
            return Optional.of(secrets.resolve(reference));
          } catch (PlatformException unresolved) {
            faults.add(
                new Fault(
                    at(key),
                    String.valueOf(unresolved.getMessage()),
                    "refer to a secret as env:NAME or file:PATH"));
            return Optional.empty();
          }
        });
  }

  /**
   * Goes down into a section.
   *
   * @param key the key
   * @return the section, empty when there is none
   */
  public Settings section(String key) {
    return children.computeIfAbsent(key, name -> child(at(name), value(name), name));
  }

  /**
   * Goes down into a list of sections.
   *
   * @param key the key
   * @return the sections in order, none when there are none
   */
  public List<Settings> sections(String key) {
    Object value = value(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      note(key, "is not a list", "write a list of sections, each beginning with a dash");
      return List.of();
    }
    List<Settings> found = new ArrayList<>();
    for (int index = 0; index < list.size(); index++) {
      String name = key + "[" + index + "]";
      Object item = list.get(index);
      found.add(children.computeIfAbsent(name, child -> child(at(child), item, child)));
    }
    return found;
  }

  /**
   * The raw value of a key, for structures that have no typed form here.
   *
   * @param key the key
   * @return a scalar, a list or a map; null when there is none
   */
  public @Nullable Object value(String key) {
    asked.add(key);
    return values.get(key);
  }

  /**
   * Notes a fault found by the reader of this section.
   *
   * @param key the key that is wrong
   * @param problem what is wrong
   * @param remedy what to do
   */
  public void note(String key, String problem, String remedy) {
    faults.add(new Fault(at(key), problem, remedy));
  }

  /**
   * Everything noted so far in the whole tree this section belongs to, with the unknown keys of
   * this section and those below it.
   *
   * @return the faults, none if all is well
   */
  public List<Fault> faults() {
    return Stream.concat(faults.stream(), unknown()).distinct().toList();
  }

  /**
   * Throws what was noted.
   *
   * @throws ConfigurationException if anything is wrong or any key was never asked for
   */
  public void verify() {
    List<Fault> found = faults();
    if (!found.isEmpty()) {
      throw new ConfigurationException(found);
    }
  }

  private Stream<Fault> unknown() {
    Stream<Fault> own =
        values.keySet().stream()
            .filter(key -> !asked.contains(key))
            .map(key ->
                new Fault(
                    at(key),
                    "is not a known key",
                    NearestName.of(key, asked)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("known here: " + String.join(", ", asked))));
    return Stream.concat(own, children.values().stream().flatMap(Settings::unknown));
  }

  private Settings child(String childPlace, @Nullable Object value, String name) {
    if (value == null || value instanceof Map<?, ?>) {
      Map<?, ?> map = value == null ? Map.of() : (Map<?, ?>) value;
      return new Settings(childPlace, copy(map), secrets, faults);
    }
    note(name, "is a single value", "write a section of keys");
    return new Settings(childPlace, Map.of(), secrets, faults);
  }

  private <T> Optional<T> parsed(
      String key, Function<String, Optional<T>> parser, String expected) {
    return text(key)
        .flatMap(text -> {
          Optional<T> result = parser.apply(text);
          if (result.isEmpty()) {
            note(key, "is '" + text + "'", "write " + expected);
          }
          return result;
        });
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + (place.endsWith(":") ? " " : ".") + key;
  }

  private static Optional<Long> parseLong(String text) {
    try {
      return Optional.of(Long.parseLong(text.strip().replace("_", "")));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> parseFlag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> Optional.of(true);
      case "false", "no", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> copy(Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((key, value) -> {
      if (value != null) {
        copy.put(String.valueOf(key), value);
      }
    });
    return copy;
  }
}
