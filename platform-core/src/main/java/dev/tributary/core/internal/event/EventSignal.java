package dev.tributary.core.internal.event;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Wakes those who wait for events: at once for events of this process, and after a look now and
 * then for those of other nodes. Thread-safe.
 */
public final class EventSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Duration look;
  private long raised;

  /**
   * Makes a signal.
   *
   * @param look how often waiting readers look for events of other nodes
   */
  public EventSignal(Duration look) {
    this.look = look;
  }

  /** Says that events were committed. */
  public void raise() {
    lock.lock();
    try {
      raised++;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits.
   *
   * @param afterId the id of the last event already seen
   * @param atMost how long to wait
   * @param lastId looks up the newest id
   * @return true if there is a newer event
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean await(long afterId, Duration atMost, LongSupplier lastId)
      throws InterruptedException {
    long left = atMost.toNanos();
    while (true) {
      long seen = raised();
      if (lastId.getAsLong() > afterId) {
        return true;
      }
      if (left <= 0) {
        return false;
      }
      left -= rest(seen, Math.min(left, look.toNanos()));
    }
  }

  private long raised() {
    lock.lock();
    try {
      return raised;
    } finally {
      lock.unlock();
    }
  }

  /** Rests until something is raised that was not seen before the look at the store. */
  private long rest(long seen, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (raised == seen && left > 0) {
        left = arrived.awaitNanos(left);
      }
      return nanos - left;
    } finally {
      lock.unlock();
    }
  }
}
