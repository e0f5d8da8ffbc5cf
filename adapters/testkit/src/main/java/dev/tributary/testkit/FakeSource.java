package dev.tributary.testkit;

import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.api.connector.SourcePosition;
import dev.tributary.api.connector.SourceRow;
import dev.tributary.api.connector.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A source that a test plays: rows with ascending numbers, some committed late, faults at a chosen
 * read, reads that block until released. Read it through {@link FakeConnectorFactory}. Thread-safe.
 */
public final class FakeSource {
  private final String stream;
  private final long overlap;
  private final NavigableMap<Long, Entry> entries = new TreeMap<>();
  private final List<SourceFault> faults = new ArrayList<>();
  private final TreeMap<Long, RuntimeException> failures = new TreeMap<>();
  private SourceSchema schema;
  private CountDownLatch gate = new CountDownLatch(0);
  private long next = 1;
  private long reads;
  private boolean waiting;

  private FakeSource(String stream, SourceSchema schema, long overlap) {
    this.stream = stream;
    this.schema = schema;
    this.overlap = overlap;
  }

  /**
   * A source with one stream and without rows.
   *
   * @param stream the stream's name
   * @param schema its columns
   * @return the source
   */
  public static FakeSource of(String stream, SourceSchema schema) {
    return new FakeSource(stream, schema, 0);
  }

  /**
   * The same source, still without rows, whose readings begin some numbers before the checkpoint,
   * so that rows committed late are found.
   *
   * @param numbers how many numbers to go back
   * @return a new source
   */
  public FakeSource overlapping(long numbers) {
    return new FakeSource(stream, schema(), numbers);
  }

  /**
   * The stream's name.
   *
   * @return the name
   */
  public String stream() {
    return stream;
  }

  /**
   * The columns of the rows that follow.
   *
   * @return the schema
   */
  public synchronized SourceSchema schema() {
    return schema;
  }

  /**
   * Changes the columns, as a source does that is altered while it is read. Rows that are there
   * stay as wide as they are.
   *
   * @param changed the columns of rows added from now on
   */
  public synchronized void schema(SourceSchema changed) {
    this.schema = changed;
  }

  /**
   * Adds a row and makes it visible.
   *
   * @param values one value a column
   * @return the row's number
   */
  public synchronized long add(@Nullable Object... values) {
    long number = next++;
    commit(number, values);
    return number;
  }

  /**
   * Takes a number for a row that becomes visible later, as a slow transaction does.
   *
   * @return the number to {@link #commit}
   */
  public synchronized long begin() {
    return next++;
  }

  /**
   * Makes a row visible under a number, which may lie before others that were read already.
   *
   * @param number a number from {@link #begin()}, or of a row to put in its place
   * @param values one value a column
   */
  public synchronized void commit(long number, @Nullable Object... values) {
    SourceRow row = SourceRow.of(position(number), values);
    entries.put(number, new Entry(number, schema, row, null));
  }

  /**
   * Adds something that cannot be read as a row.
   *
   * @param raw what stands there
   * @param reason the reason code
   * @return its number
   */
  public synchronized long reject(String raw, String reason) {
    long number = next++;
    RejectedRow rejected = new RejectedRow(position(number), raw, reason, "scripted: " + reason);
    entries.put(number, new Entry(number, schema, null, rejected));
    return number;
  }

  /**
   * Removes a row, as a deletion at the source does.
   *
   * @param number the row's number
   */
  public synchronized void remove(long number) {
    entries.remove(number);
  }

  /**
   * Lets a call of {@code next()} fail, once.
   *
   * @param readsFromNow how many calls succeed before, from 0
   * @param failure what the call throws
   */
  public synchronized void failAfter(long readsFromNow, RuntimeException failure) {
    failures.put(reads + readsFromNow, failure);
  }

  /**
   * Adds a part that cannot be read while the rest can. It is reported by every reading until
   * {@link #clearFaults()}.
   *
   * @param fault what is wrong
   */
  public synchronized void fault(SourceFault fault) {
    faults.add(fault);
  }

  /** Forgets every part that could not be read. */
  public synchronized void clearFaults() {
    faults.clear();
  }

  /** Lets every call of {@code next()} block from now on, until {@link #release()}. */
  public synchronized void block() {
    if (gate.getCount() == 0) {
      gate = new CountDownLatch(1);
    }
  }

  /** Lets blocked calls go on. */
  public synchronized void release() {
    gate.countDown();
  }

  /**
   * Waits until a reader stands at the gate that {@link #block()} closed.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public synchronized void awaitBlocked() throws InterruptedException {
    while (!waiting) {
      wait();
    }
  }

  /**
   * How often {@code next()} was called.
   *
   * @return the number of calls, failed ones too
   */
  public synchronized long reads() {
    return reads;
  }

  /**
   * What a reading without end would bring.
   *
   * @return every visible row by its number
   */
  public synchronized Map<Long, SourceRow> rows() {
    Map<Long, SourceRow> rows = new TreeMap<>();
    entries
        .values()
        .forEach(entry -> {
          if (entry.row() != null) {
            rows.put(entry.number(), entry.row());
          }
        });
    return rows;
  }

  long overlap() {
    return overlap;
  }

  synchronized List<SourceFault> faults() {
    return List.copyOf(faults);
  }

  synchronized long lastNumber() {
    return entries.isEmpty() ? 0 : entries.lastKey();
  }

  /** Visible entries after a number, all of the schema of the first. */
  synchronized List<Entry> after(long number, long upTo, int most) {
    List<Entry> found = new ArrayList<>();
    for (Entry entry : entries.tailMap(number, false).values()) {
      if (found.size() == most
          || entry.number() > upTo
          || (!found.isEmpty() && !entry.schema().equals(found.getFirst().schema()))) {
        break;
      }
      found.add(entry);
    }
    return found;
  }

  /** Counts a call of next, blocks it while the gate is closed, and fails it if it is due. */
  void enter() throws InterruptedException {
    CountDownLatch closed;
    synchronized (this) {
      closed = gate;
      waiting = closed.getCount() > 0;
      notifyAll();
    }
    try {
      closed.await();
    } finally {
      leaveGate();
    }
    RuntimeException failure = countRead();
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized void leaveGate() {
    waiting = false;
  }

  private synchronized @Nullable RuntimeException countRead() {
    return failures.remove(reads++);
  }

  private SourcePosition position(long number) {
    return new SourcePosition.AtKey(stream, Long.toString(number));
  }

  /** A row, or what stands in its place, with the columns it was added under. */
  record Entry(
      long number, SourceSchema schema, @Nullable SourceRow row, @Nullable RejectedRow rejected) {}
}
