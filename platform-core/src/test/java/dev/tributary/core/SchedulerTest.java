package dev.tributary.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerTest {
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;
  private CentralStore store;

  @BeforeEach
  void open() {
    store =
        CentralStore.open(StoreConfig.sqlite(folder.resolve("store.db")), InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void runsAtOnceAndThenAgainAfterTheCadence() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler = started(run -> runs.release())) {
      scheduler.schedule("work", "a", Duration.ofMillis(20));

      assertThat(runs.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void runsEachInstanceOnItsOwn() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    try (Scheduler scheduler =
        started(run -> {
          both.countDown();
          both.await();
        })) {
      scheduler.schedule("work", "a", NEVER);
      scheduler.schedule("work", "b", NEVER);

      assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void takesUpAtOnceWhatAKilledProcessHadInHand() throws Exception {
    try (Scheduler killed =
        Scheduler.on(store, SchedulerConfig.builder().task("work", run -> {}).build())) {
      killed.schedule("work", "a", NEVER);
    }
    store.<Integer, SQLException>write(transaction -> {
      try (Statement statement = transaction.connection().createStatement()) {
        return statement.executeUpdate(
            "UPDATE scheduled_tasks SET picked = 1, picked_by = 'killed',"
                + " last_heartbeat = execution_time");
      }
    });
    Semaphore runs = new Semaphore(0);

    try (Scheduler restarted = started(run -> runs.release())) {
      assertThat(restarted.next("work", "a")).isPresent();
      assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void runsAgainAfterAFailure() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler =
        started(run -> {
          runs.release();
          throw new java.io.IOException("on purpose");
        })) {
      scheduler.schedule("work", "a", Duration.ofMillis(20));

      assertThat(runs.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void runsSoonWhenAskedTo() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler = started(run -> runs.release())) {
      scheduler.schedule("work", "a", NEVER);
      assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

      assertThat(scheduler.runSoon("work", "a")).isTrue();

      assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(scheduler.runSoon("work", "unknown")).isFalse();
    }
  }

  @Test
  void takesEveryRequestWhileRunsBeginAndEnd() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler = started(run -> runs.release())) {
      scheduler.schedule("work", "a", Duration.ofMillis(1));

      while (runs.availablePermits() < 20) {
        assertThat(scheduler.runSoon("work", "a")).isTrue();
      }
    }
  }

  @Test
  void runsOnceMoreWhenAskedToWhileRunning() throws Exception {
    Semaphore begun = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicBoolean overlapped = new AtomicBoolean();
    try (Scheduler scheduler =
        started(run -> {
          overlapped.compareAndSet(false, atOnce.incrementAndGet() > 1);
          begun.release();
          mayEnd.acquire();
          atOnce.decrementAndGet();
        })) {
      scheduler.schedule("work", "a", NEVER);
      assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

      assertThat(scheduler.runSoon("work", "a")).isTrue();
      assertThat(scheduler.runSoon("work", "a")).isTrue();
      mayEnd.release();

      assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      mayEnd.release();
      assertThat(overlapped).isFalse();
    }
  }

  @Test
  void tellsWhenWorkIsDue() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler = Scheduler.on(store, config(run -> runs.release()))) {
      Instant before = Instant.now().minusSeconds(1);
      scheduler.schedule("work", "a", NEVER);

      assertThat(scheduler.next("work", "a"))
          .hasValueSatisfying(due -> assertThat(due).isAfter(before));
      assertThat(scheduler.next("work", "b")).isEmpty();
    }
  }

  @Test
  void aShorterCadenceBringsTheNextRunForward() throws Exception {
    Semaphore runs = new Semaphore(0);
    try (Scheduler scheduler = started(run -> runs.release())) {
      scheduler.schedule("work", "a", NEVER);
      assertThat(runs.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

      scheduler.schedule("work", "a", Duration.ofMillis(20));

      assertThat(runs.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void forgetsWhatIsCancelledEvenWhileItRuns() throws Exception {
    Semaphore begun = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    try (Scheduler scheduler =
        started(run -> {
          begun.release();
          mayEnd.acquire();
        })) {
      scheduler.schedule("work", "a", Duration.ZERO);
      assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

      scheduler.cancel("work", "a");
      mayEnd.release();
      scheduler.close();

      assertThat(begun.tryAcquire()).isFalse();
    }
    try (Scheduler later = Scheduler.on(store, config(run -> {}))) {
      assertThat(later.next("work", "a")).isEmpty();
    }
  }

  @Test
  void letsWorkInHandEndWhenItCloses() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Scheduler scheduler =
        started(run -> {
          begun.countDown();
          while (!run.stopping()) {
            Thread.onSpinWait();
          }
          ended.set(true);
        });
    scheduler.schedule("work", "a", NEVER);
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

    scheduler.close();
    scheduler.close();

    assertThat(ended).isTrue();
  }

  private Scheduler started(ScheduledWork work) {
    Scheduler scheduler = Scheduler.on(store, config(work));
    scheduler.start();
    return scheduler;
  }

  private static SchedulerConfig config(ScheduledWork work) {
    return SchedulerConfig.builder().task("work", work).poll(Duration.ofMillis(20)).build();
  }
}
