package dev.tributary.api.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Knows where the data of tables is from. Implementations are thread-safe. */
@FunctionalInterface
public interface DataOrigin {
  /** Knows nothing: no version, no sources. */
  DataOrigin UNKNOWN = (tables, at) -> new Provenance("", at, List.of());

  /**
   * Traces tables. Ask before reading them: what is read afterwards is at least as new as the
   * version says.
   *
   * @param tables the tables, as {@link DataTable#name()} has them
   * @param at the present time
   * @return the version of their data and the sources that feed them
   */
  Provenance trace(Set<String> tables, Instant at);
}
