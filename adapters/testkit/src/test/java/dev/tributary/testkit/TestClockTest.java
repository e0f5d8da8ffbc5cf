package dev.tributary.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {

  @Test
  void standsStillUntilMoved() {
    TestClock clock = TestClock.create();

    assertThat(clock.instant()).isEqualTo(clock.instant()).isEqualTo(TestClock.EPOCH);
    clock.advance(Duration.ofMinutes(1));
    assertThat(clock.instant()).isEqualTo("2026-01-01T00:01:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void stepsAtEveryLook() {
    TestClock clock = TestClock.stepping(Instant.EPOCH, Duration.ofSeconds(2));

    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(2));
  }

  @Test
  void pausesOfAContextMoveItsClock() throws InterruptedException {
    TestConnectorContext context = TestConnectorContext.builder().build();

    context.pause(Duration.ofSeconds(3));

    assertThat(context.pauses()).containsExactly(Duration.ofSeconds(3));
    assertThat(context.clock().instant()).isEqualTo(TestClock.EPOCH.plusSeconds(3));
  }
}
