package dev.tributary.api.settings;

/**
 * Turns a reference such as {@code env:PG_PASSWORD} or {@code file:/run/secrets/pg} into its value.
 */
@FunctionalInterface
public interface SecretResolver {

  /**
   * Resolves a reference.
   *
   * @param reference a scheme, a colon, and what the scheme needs
   * @return the value
   * @throws dev.tributary.api.error.PlatformException if the scheme is unknown or there is no such
   *     value; the message names the reference, never a value
   */
  Secret resolve(String reference);
}
