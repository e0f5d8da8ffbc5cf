package dev.tributary.nl2sql.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.query.DataSchema;
import dev.tributary.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CurrentSchemaTest {
  private static final Duration AGE = Duration.ofMinutes(5);

  private final TestClock clock = TestClock.create();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();

  @Test
  void looksOnceWhileTheLookIsYoung() {
    CurrentSchema schema = new CurrentSchema(this::look, AGE, clock);

    schema.get();
    clock.advance(AGE);
    schema.get();

    assertThat(looks).hasValue(1);
  }

  @Test
  void looksAgainWhenTheLookIsOldAndLetsNobodyWait() {
    CurrentSchema schema = new CurrentSchema(this::look, AGE, clock);
    schema.get();
    clock.advance(AGE.plusSeconds(1));

    assertThat(schema.get().version()).isEqualTo("1");
    awaitVersion(schema, "2");
  }

  @Test
  void keepsWhatItKnowsWhileLooksFail() {
    CurrentSchema schema = new CurrentSchema(this::look, AGE, clock);
    schema.get();
    failing.set(true);
    clock.advance(AGE.plusSeconds(1));

    while (looks.get() < 3) {
      assertThat(schema.get().version()).isEqualTo("1");
    }
    failing.set(false);
    awaitVersion(schema, "4");
  }

  @Test
  void looksOnceWhereAnyAgeWillDo() {
    CurrentSchema schema = new CurrentSchema(this::look, Duration.ZERO, clock);
    schema.get();
    clock.advance(Duration.ofDays(365));

    assertThat(schema.get().version()).isEqualTo("1");
    assertThat(schema.refresh().version()).isEqualTo("2");
    assertThat(schema.get().version()).isEqualTo("2");
  }

  private DataSchema look() {
    int look = looks.incrementAndGet();
    if (failing.get()) {
      throw new IllegalStateException("the database is away");
    }
    return new DataSchema(List.of(), String.valueOf(look), clock.instant());
  }

  private static void awaitVersion(CurrentSchema schema, String version) {
    while (schema.get().version().compareTo(version) < 0) {
      Thread.onSpinWait();
    }
  }
}
