package dev.tributary.api.ingest;

import dev.tributary.api.page.Page;
import java.util.Optional;

/** The runs there have been. Thread-safe. */
public interface Runs {

  /**
   * Lists runs, newest first.
   *
   * @param query which ones
   * @return a slice of them
   */
  Page<Run> list(RunQuery query);

  /**
   * Finds one.
   *
   * @param runId its id
   * @return the run, if there is one of that id
   */
  Optional<Run> find(String runId);
}
