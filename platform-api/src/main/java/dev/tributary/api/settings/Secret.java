package dev.tributary.api.settings;

import java.util.Objects;

/** A value that must not be shown. It prints as asterisks and has no serialised form. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Wraps a value.
   *
   * @param value the value to keep from view
   * @return the secret
   */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /**
   * The value itself. Call it where the value is used and do not store what it returns.
   *
   * @return the value
   */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "******";
  }
}
