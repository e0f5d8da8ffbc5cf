package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.ResultCache;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryResultCacheTest {
  private Instant now = Described.NOW;

  private static ResultCache.Key key(String policy, String version, String sql) {
    return new ResultCache.Key(policy, version, sql);
  }

  private ResultCache.Rows rows(String... values) {
    return new ResultCache.Rows(
        List.of(new ResultCache.Column("a", "TEXT")),
        List.of(values).stream().map(value -> List.<Object>of(value)).toList(),
        false,
        Duration.ZERO,
        now);
  }

  @Test
  void rowsAreKeptForTheirAgeAndNoLonger() {
    InMemoryResultCache cache = InMemoryResultCache.ofDefaults(() -> now);
    cache.keep(key("p", "1", "SELECT 1"), rows("x"));

    now = now.plusSeconds(299);
    assertThat(cache.find(key("p", "1", "SELECT 1"))).contains(rowsOf("x"));

    now = now.plusSeconds(1);
    assertThat(cache.find(key("p", "1", "SELECT 1"))).isEmpty();
  }

  private ResultCache.Rows rowsOf(String value) {
    return new ResultCache.Rows(
        List.of(new ResultCache.Column("a", "TEXT")),
        List.of(List.of(value)),
        false,
        Duration.ZERO,
        Described.NOW);
  }

  @Test
  void anotherPolicyVersionOrStatementFindsNothing() {
    InMemoryResultCache cache = InMemoryResultCache.ofDefaults(() -> now);
    cache.keep(key("p", "1", "SELECT 1"), rows("x"));

    assertThat(cache.find(key("q", "1", "SELECT 1"))).isEmpty();
    assertThat(cache.find(key("p", "2", "SELECT 1"))).isEmpty();
    assertThat(cache.find(key("p", "1", "SELECT 2"))).isEmpty();
  }

  @Test
  void whatWasNotLookedUpForLongestMakesRoom() {
    InMemoryResultCache cache = InMemoryResultCache.of(Duration.ofHours(1), 2, 10_000, () -> now);
    cache.keep(key("p", "1", "a"), rows("x"));
    cache.keep(key("p", "1", "b"), rows("y"));
    cache.find(key("p", "1", "a"));
    cache.keep(key("p", "1", "c"), rows("z"));

    assertThat(cache.find(key("p", "1", "a"))).isPresent();
    assertThat(cache.find(key("p", "1", "b"))).isEmpty();
    assertThat(cache.find(key("p", "1", "c"))).isPresent();
  }

  @Test
  void bytesAreBoundedToo() {
    InMemoryResultCache cache = InMemoryResultCache.of(Duration.ofHours(1), 100, 1000, () -> now);
    for (int i = 0; i < 20; i++) {
      cache.keep(key("p", "1", "q" + i), rows("x".repeat(50)));
    }
    cache.keep(key("p", "1", "huge"), rows("x".repeat(500)));

    assertThat(cache.find(key("p", "1", "huge"))).isEmpty();
    assertThat(cache.find(key("p", "1", "q0"))).isEmpty();
    assertThat(cache.find(key("p", "1", "q19"))).isPresent();
  }

  @Test
  void keysWithOtherBordersHaveOtherDigests() {
    assertThat(key("a", "bc", "d").digest())
        .hasSize(64)
        .isEqualTo(key("a", "bc", "d").digest())
        .isNotEqualTo(key("ab", "c", "d").digest());
  }
}
