package dev.tributary.nl2sql.internal.pipeline;

import dev.tributary.api.query.DataSchema;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables as they were last looked at; they are looked at when first needed. Thread-safe. */
public final class CurrentSchema implements Supplier<DataSchema> {
  private final Supplier<DataSchema> reader;
  private volatile @Nullable DataSchema current;

  /**
   * Makes it without looking.
   *
   * @param reader looks at the tables
   */
  public CurrentSchema(Supplier<DataSchema> reader) {
    this.reader = reader;
  }

  @Override
  public DataSchema get() {
    DataSchema known = current;
    return known == null ? first() : known;
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

  private synchronized DataSchema first() {
    DataSchema known = current;
    return known == null ? refresh() : known;
  }
}
