package dev.tributary.core;

import dev.tributary.api.settings.ConfigurationException;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.api.settings.Settings;
import dev.tributary.core.internal.yaml.DatabaseUrl;
import dev.tributary.core.internal.yaml.EnvironmentOverrides;
import dev.tributary.core.internal.yaml.Overlay;
import dev.tributary.core.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file in YAML, with the chosen profile laid over it and environment variables over
 * both. Every scalar arrives as the text that was written, so that {@code NO} stays a country.
 *
 * <pre>{@code
 * store: {kind: sqlite}
 * profiles:
 *   prod:
 *     store: {kind: postgresql, host: db, password: env:PG_PASSWORD}
 * }</pre>
 */
public final class ConfigFile {
  /** The environment variable that chooses the profile. */
  public static final String PROFILE = "TRIBUTARY_PROFILE";

  private static final Set<String> RESERVED =
      Set.of(PROFILE, "TRIBUTARY_KEY_", "TRIBUTARY_HOME", "TRIBUTARY_OPTS");

  private final String place;
  private final Settings settings;
  private final Map<String, String> origins;

  private ConfigFile(String place, Settings settings, Map<String, String> origins) {
    this.place = place;
    this.settings = settings;
    this.origins = origins;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param environment the environment variables, usually {@link System#getenv()}: {@link #PROFILE}
   *     chooses the profile, {@code TRIBUTARY_STORE_HOST} overrides {@code store.host} and so on,
   *     and {@code DATABASE_URL} names the store where the file has no {@code store} section
   * @param secrets resolves references to secrets
   * @return the configuration
   * @throws ConfigurationException if it cannot be read or is not YAML, with file, line and column
   */
  public static ConfigFile read(
      Path file, Map<String, String> environment, SecretResolver secrets) {
    return parse(file.toString(), text(file), environment, secrets);
  }

  /**
   * Reads a text.
   *
   * @param place what messages call it
   * @param yaml the text
   * @param environment the environment variables, as in {@link #read}
   * @param secrets resolves references to secrets
   * @return the configuration
   * @throws ConfigurationException if it is not YAML, with line and column
   */
  public static ConfigFile parse(
      String place, String yaml, Map<String, String> environment, SecretResolver secrets) {
    YamlReader.Document document = new YamlReader(place).read(yaml);
    if (!document.faults().isEmpty()) {
      throw new ConfigurationException(document.faults());
    }
    Map<String, String> origins = new TreeMap<>();
    document.lines().forEach((path, line) -> origins.put(path, place + ":" + line));
    Map<String, @Nullable Object> profiled =
        profiled(place, document.values(), environment.get(PROFILE), origins);
    EnvironmentOverrides overrides =
        new EnvironmentOverrides(
            withDatabaseUrl(profiled, environment, origins), environment, RESERVED);
    overrides
        .origins()
        .forEach((path, variable) -> origins.put(path, "environment variable " + variable));
    return new ConfigFile(place, Settings.of(place + ":", overrides.values(), secrets), origins);
  }

  /**
   * What the configuration says.
   *
   * @return the settings, read and verified by whoever uses them
   */
  public Settings settings() {
    return settings;
  }

  /**
   * Adds to faults where their values come from.
   *
   * @param faults faults that the settings noted
   * @return the same faults with the line of the file, or the environment variable, in their place
   */
  public List<Fault> locate(List<Fault> faults) {
    return faults.stream().map(this::locate).toList();
  }

  private Fault locate(Fault fault) {
    String prefix = place + ": ";
    if (!fault.place().startsWith(prefix)) {
      return fault;
    }
    String path = fault.place().substring(prefix.length());
    String origin = origin(path);
    return origin == null
        ? fault
        : new Fault(origin + ": " + path, fault.problem(), fault.remedy());
  }

  /** A key that is missing has the origin of the section it is missing from. */
  private @Nullable String origin(String path) {
    String inner = path;
    while (!inner.isEmpty() && !origins.containsKey(inner)) {
      int end = Math.max(inner.lastIndexOf('.'), inner.lastIndexOf('['));
      inner = end < 0 ? "" : inner.substring(0, end);
    }
    return origins.get(inner);
  }

  private static Map<String, @Nullable Object> profiled(
      String place,
      Map<String, @Nullable Object> values,
      @Nullable String profile,
      Map<String, String> origins) {
    Map<String, @Nullable Object> base = new LinkedHashMap<>(values);
    Map<?, ?> profiles = base.remove("profiles") instanceof Map<?, ?> map ? map : Map.of();
    if (profile == null || profile.isBlank()) {
      return base;
    }
    if (!(profiles.get(profile) instanceof Map<?, ?> chosen)) {
      throw new ConfigurationException(List.of(noProfile(place, profile, profiles)));
    }
    String prefix = "profiles." + profile + ".";
    Map.copyOf(origins)
        .forEach((path, origin) -> {
          if (path.startsWith(prefix)) {
            origins.put(path.substring(prefix.length()), origin);
          }
        });
    return Overlay.of(base, chosen);
  }

  /**
   * A store that the file names goes before the variable, which may be meant for something else.
   */
  private static Map<String, @Nullable Object> withDatabaseUrl(
      Map<String, @Nullable Object> values,
      Map<String, String> environment,
      Map<String, String> origins) {
    String url = environment.get(DatabaseUrl.VARIABLE);
    if (url == null || url.isBlank() || values.containsKey("store")) {
      return values;
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put("store", DatabaseUrl.store(url));
    origins.put("store", "environment variable " + DatabaseUrl.VARIABLE);
    return all;
  }

  private static Fault noProfile(String place, String profile, Map<?, ?> profiles) {
    List<String> known = profiles.keySet().stream().map(Objects::toString).sorted().toList();
    return new Fault(
        place + ": profiles",
        "has no profile '" + profile + "', which " + PROFILE + " asks for",
        NearestName.of(profile, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse(
                known.isEmpty()
                    ? "add it, or unset " + PROFILE
                    : "known here: " + String.join(", ", known)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw unreadable(file, "does not exist", "create it, or name another file");
    } catch (CharacterCodingException binary) {
      throw unreadable(file, "is not UTF-8 text", "save it as UTF-8");
    } catch (IOException denied) {
      throw unreadable(
          file, "cannot be read (" + denied + ")", "make it readable for this process");
    }
  }

  private static ConfigurationException unreadable(Path file, String problem, String remedy) {
    return new ConfigurationException(List.of(new Fault(file.toString(), problem, remedy)));
  }
}
