package dev.tributary.cli.internal.question;

import dev.tributary.api.query.QueryEngine;
import dev.tributary.embedded.Tributary;

/**
 * What a question is put to. Close it when done.
 *
 * @param engine answers
 * @param note what whoever asks should know of it; empty for nothing
 * @param closing ends it
 */
public record Asked(QueryEngine engine, String note, Runnable closing) implements AutoCloseable {

  static Asked of(Tributary platform) {
    return new Asked(platform.query(), "", platform::close);
  }

  static Asked of(QueryEngine engine, String note) {
    return new Asked(engine, note, () -> {});
  }

  @Override
  public void close() {
    closing.run();
  }
}
