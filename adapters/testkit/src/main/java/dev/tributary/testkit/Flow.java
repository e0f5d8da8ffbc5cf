package dev.tributary.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Decides when, and how much of, a server's answer passes the proxy. */
final class Flow {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition healed = lock.newCondition();
  private boolean stalled;
  private long delayNanos;
  private long allowance = Long.MAX_VALUE;

  void stall() {
    locked(() -> stalled = true);
  }

  void delay(Duration delay) {
    locked(() -> delayNanos = delay.toNanos());
  }

  void allow(long bytes) {
    locked(() -> allowance = bytes);
  }

  void heal() {
    locked(() -> {
      stalled = false;
      delayNanos = 0;
      allowance = Long.MAX_VALUE;
      healed.signalAll();
    });
  }

  /** Waits as long as it has to and says how many of the bytes may pass. */
  int admit(int bytes) throws InterruptedException {
    lock.lock();
    try {
      long left = delayNanos;
      while (stalled || left > 0) {
        if (stalled) {
          healed.await();
          left = 0;
        } else {
          left = delayNanos == 0 ? 0 : healed.awaitNanos(left);
        }
      }
      int allowed = (int) Math.min(bytes, allowance);
      allowance = allowance == Long.MAX_VALUE ? allowance : allowance - allowed;
      return allowed;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
