package dev.tributary.nl2sql;

import dev.tributary.api.query.ResultCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows in memory: those that were not looked up for longest make room for others.
 * Thread-safe.
 */
public final class InMemoryResultCache implements ResultCache {
  /** How long rows are kept unless set otherwise: five minutes. */
  public static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

  /** How many results are kept unless set otherwise: {@value}. */
  public static final int DEFAULT_ENTRIES = 1000;

  /** About how many bytes are kept unless set otherwise: {@value}. */
  public static final long DEFAULT_BYTES = 64L * 1024 * 1024;

  private static final int BYTES_OF_A_VALUE = 16;
  private static final int BYTES_OF_A_TEXT = 40;

  private final Duration age;
  private final int most;
  private final long mostBytes;
  private final InstantSource clock;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private InMemoryResultCache(Duration age, int most, long mostBytes, InstantSource clock) {
    this.age = age;
    this.most = most;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** Rows, their size, and until when they are good. */
  private record Kept(Rows rows, long bytes, Instant until) {}

  /**
   * Makes a cache of {@value #DEFAULT_ENTRIES} results and 64 MiB that keeps rows for five minutes.
   *
   * @param clock the time
   * @return the cache
   */
  public static InMemoryResultCache ofDefaults(InstantSource clock) {
    return of(DEFAULT_AGE, DEFAULT_ENTRIES, DEFAULT_BYTES, clock);
  }

  /**
   * Makes a cache.
   *
   * @param age how long rows are kept
   * @param most how many results are kept at most, at least 1
   * @param mostBytes about how many bytes they have at most, at least 1; a result with more than a
   *     quarter of it is not kept
   * @param clock the time
   * @return the cache
   */
  public static InMemoryResultCache of(
      Duration age, int most, long mostBytes, InstantSource clock) {
    if (age.isNegative() || most < 1 || mostBytes < 1) {
      throw new IllegalArgumentException(
          "a cache of %d results and %d bytes for %s: use at least one of each, and no negative age"
              .formatted(most, mostBytes, age));
    }
    return new InMemoryResultCache(age, most, mostBytes, Objects.requireNonNull(clock, "clock"));
  }

  @Override
  public synchronized Optional<Rows> find(Key key) {
    Kept found = kept.get(key);
    if (found != null && !clock.instant().isBefore(found.until())) {
      forget(key);
      return Optional.empty();
    }
    return Optional.ofNullable(found).map(Kept::rows);
  }

  @Override
  public synchronized void keep(Key key, Rows rows) {
    forget(key);
    long size = size(rows);
    if (size > mostBytes / 4) {
      return;
    }
    kept.put(key, new Kept(rows, size, clock.instant().plus(age)));
    bytes += size;
    Iterator<Kept> eldest = kept.values().iterator();
    while (kept.size() > most || bytes > mostBytes) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }

  private void forget(Key key) {
    Kept gone = kept.remove(key);
    if (gone != null) {
      bytes -= gone.bytes();
    }
  }

  private static long size(Rows rows) {
    long size = 0;
    for (List<@Nullable Object> row : rows.rows()) {
      for (Object value : row) {
        size +=
            switch (value) {
              case String text -> BYTES_OF_A_TEXT + 2L * text.length();
              case byte[] bytes -> BYTES_OF_A_VALUE + bytes.length;
              case null, default -> BYTES_OF_A_VALUE;
            };
      }
    }
    return size;
  }
}
