package dev.tributary.ingest.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {
  @Property
  void restsGrowWithFailuresUpToFiveMinutes(
      @ForAll @IntRange(min = 1, max = 1000) int failures, @ForAll long seed) {
    Duration rest = new Backoff(new Random(seed)).after(failures, Optional.empty());

    long whole = Math.min(300_000, 1000L << Math.min(failures - 1, 9));
    assertThat(rest.toMillis()).isBetween(whole / 2, whole);
  }

  @Property
  void aSourceGetsTheRestItAsksFor(@ForAll @IntRange(min = 300, max = 9000) int seconds) {
    Duration asked = Duration.ofSeconds(seconds);

    assertThat(new Backoff(new Random(1)).after(1, Optional.of(asked))).isEqualTo(asked);
  }
}
