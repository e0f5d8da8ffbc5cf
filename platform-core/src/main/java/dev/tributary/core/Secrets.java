package dev.tributary.core;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.SecretResolver;
import dev.tributary.core.internal.secret.AesGcm;
import dev.tributary.core.internal.yaml.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references to secrets. Thread-safe.
 *
 * <ul>
 *   <li>{@code env:NAME}: an environment variable;
 *   <li>{@code url:NAME}: the password in the database URL that an environment variable holds;
 *   <li>{@code file:PATH}: the content of a file, without the line break at its end;
 *   <li>{@code enc:KEY_ID:BASE64}: encrypted with AES-GCM by {@link #encrypt}. The key, in Base64,
 *       is in the environment variable {@code TRIBUTARY_KEY_<KEY_ID>}, or in the file that {@code
 *       TRIBUTARY_KEY_<KEY_ID>_FILE} names, the id in upper case.
 * </ul>
 */
public final class Secrets implements SecretResolver {
  private static final String KEY_PREFIX = "TRIBUTARY_KEY_";

  private final Map<String, String> environment;
  private final SecureRandom random = new SecureRandom();

  private Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Makes a resolver.
   *
   * @param environment the environment variables, usually {@link System#getenv()}
   * @return the resolver
   */
  public static Secrets of(Map<String, String> environment) {
    return new Secrets(environment);
  }

  @Override
  public Secret resolve(String reference) {
    int colon = reference.indexOf(':');
    String scheme = colon < 0 ? "" : reference.substring(0, colon);
    String rest = reference.substring(colon + 1);
    return switch (scheme) {
      case "env" -> fromEnvironment(rest);
      case "url" -> Secret.of(DatabaseUrl.password(fromEnvironment(rest).reveal()));
      case "file" -> Secret.of(read(rest));
      case "enc" -> decrypt(rest);
      // What stands here instead may be the secret itself: never repeat it.
      default ->
          throw unavailable(
              "a secret does not begin with env:, url:, file: or enc:",
              "refer to it as env:NAME, url:NAME, file:PATH or enc:KEY_ID:BASE64",
              null);
    };
  }

  /**
   * Encrypts a secret for a configuration file.
   *
   * @param keyId the id of the key: letters, digits and underscores
   * @param secret the secret
   * @return a reference for {@link #resolve}, another one each time
   * @throws PlatformException if there is no such key
   */
  public String encrypt(String keyId, Secret secret) {
    return "enc:" + keyId + ":" + cipher(keyId).encrypt(secret.reveal(), random);
  }

  private Secret fromEnvironment(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw unavailable(
          "env:" + name + ": there is no such environment variable", "set " + name, null);
    }
    return Secret.of(value);
  }

  private Secret decrypt(String keyIdAndText) {
    int colon = keyIdAndText.indexOf(':');
    if (colon < 1) {
      throw unavailable("an enc: secret names no key", "write enc:KEY_ID:BASE64", null);
    }
    String keyId = keyIdAndText.substring(0, colon);
    try {
      return Secret.of(cipher(keyId).decrypt(keyIdAndText.substring(colon + 1)));
    } catch (GeneralSecurityException refused) {
      throw unavailable(
          "enc:" + keyId + ":...: it was not encrypted with this key, or was changed since",
          "encrypt it again",
          refused);
    }
  }

  private AesGcm cipher(String keyId) {
    String variable = KEY_PREFIX + keyId.toUpperCase(Locale.ROOT);
    String file = environment.get(variable + "_FILE");
    String key = file == null ? environment.get(variable) : read(file);
    if (key == null) {
      throw unavailable(
          "there is no key '" + keyId + "'", "set " + variable + " or " + variable + "_FILE", null);
    }
    try {
      return new AesGcm(keyId, Base64.getDecoder().decode(key.strip()));
    } catch (IllegalArgumentException malformed) {
      throw unavailable("key '" + keyId + "' is no AES key", "use 32 random bytes in Base64", null);
    }
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path)).stripTrailing();
    } catch (IOException | IllegalArgumentException unreadable) {
      throw unavailable(
          "file:"
              + path
              + ": the file cannot be read ("
              + unreadable.getClass().getSimpleName()
              + ")",
          "make it readable for this process",
          unreadable);
    }
  }

  private static PlatformException unavailable(
      String problem, String remedy, @Nullable Throwable cause) {
    return new PlatformException(PlatformError.SECRET_UNAVAILABLE, problem + "; " + remedy, cause);
  }
}
