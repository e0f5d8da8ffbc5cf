package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.DataSchema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables as they were last looked at. They are looked at when first needed, and again once that
 * is some time ago; whoever asks does not wait for the second look. Thread-safe.
 */
public final class CurrentSchema implements Supplier<DataSchema> {
  private static final System.Logger LOG = System.getLogger(CurrentSchema.class.getName());

  private final Supplier<DataSchema> reader;
  private final Duration refreshAfter;
  private final InstantSource clock;
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable DataSchema current;

  /**
   * Makes it without looking.
   *
   * @param reader looks at the tables
   * @param refreshAfter how old a look may be; zero for any age
   * @param clock tells the time
   */
  public CurrentSchema(Supplier<DataSchema> reader, Duration refreshAfter, InstantSource clock) {
    this.reader = reader;
    this.refreshAfter = refreshAfter;
    this.clock = clock;
  }

  @Override
  public DataSchema get() {
    DataSchema known = current;
    if (known == null) {
      return first();
    }
    if (old(known) && refreshing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("tributary-schema").start(this::refreshQuietly);
    }
    return known;
  }

  /**
   * Looks at the tables anew. What was known stays if that fails.
   *
   * @return the tables as they are
   */
  public synchronized DataSchema refresh() {
    DataSchema read = reader.get();
    current = read;
    return read;
  }

  private boolean old(DataSchema known) {
    return !refreshAfter.isZero() && clock.instant().isAfter(known.readAt().plus(refreshAfter));
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "tables could not be looked at anew", failed);
    } finally {
      refreshing.set(false);
    }
  }

  private synchronized DataSchema first() {
    DataSchema known = current;
    return known == null ? refresh() : known;
  }
}
