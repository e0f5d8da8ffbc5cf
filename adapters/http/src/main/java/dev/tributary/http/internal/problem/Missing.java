package dev.tributary.http.internal.problem;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import org.jspecify.annotations.Nullable;

/** Refusals because something is not there. */
public final class Missing {
  private Missing() {}

  /**
   * Something that the path or the body names does not exist.
   *
   * @param kind what it is
   * @param id which one
   * @param list what lists those that there are
   * @return what to throw
   */
  public static PlatformException thing(String kind, String id, String list) {
    return new PlatformException(
        PlatformError.NOT_FOUND, "there is no " + kind + " '" + id + "'; " + list + " lists them");
  }

  /**
   * A member of the body that has to be there.
   *
   * @param name its name
   * @param value what the body has
   * @return the value
   */
  public static String member(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw RequestException.at(
          HttpError.INVALID_PARAMETER, "body", name, value, "'" + name + "' is missing");
    }
    return value;
  }
}
