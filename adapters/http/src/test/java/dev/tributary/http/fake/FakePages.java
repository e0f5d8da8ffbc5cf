package dev.tributary.http.fake;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.page.Page;
import java.util.List;

/** Slices of a list whose token is the index at which the next one begins. */
final class FakePages {
  private FakePages() {}

  static <T> Page<T> slice(List<T> all, int limit, String token) {
    int from = 0;
    try {
      from = token == null ? 0 : Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new PlatformException(
          PlatformError.INVALID_REQUEST, "token '" + token + "' is not one of ours");
    }
    int to = Math.min(all.size(), from + limit);
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }
}
