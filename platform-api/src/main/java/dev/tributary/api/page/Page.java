package dev.tributary.api.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slice of a long list, newest first.
 *
 * @param items what the slice holds
 * @param nextToken hand it in to get the next slice; null when this is the last one
 * @param <T> what the list holds
 */
public record Page<T>(List<T> items, @Nullable String nextToken) {
  /** The most items that one slice holds. */
  public static final int MOST_ITEMS = 1000;

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The token of the next slice.
   *
   * @return the token, if there is a next slice
   */
  public Optional<String> next() {
    return Optional.ofNullable(nextToken);
  }
}
