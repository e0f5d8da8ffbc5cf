package dev.tributary.api.ingest;

import java.util.List;
import java.util.Optional;

/**
 * The sources, and what an operator does with them. Thread-safe. Methods that name a source throw
 * {@link dev.tributary.api.error.PlatformException} with {@link
 * dev.tributary.api.error.PlatformError#NOT_FOUND} if there is none of that id.
 */
public interface Sources {

  /**
   * Lists them.
   *
   * @return all sources in order of their ids
   */
  List<SourceStatus> list();

  /**
   * Finds one.
   *
   * @param sourceId its id
   * @return the source, if there is one of that id
   */
  Optional<SourceStatus> find(String sourceId);

  /**
   * Asks for a run as soon as possible and returns at once. While a run is going on, another one
   * follows it.
   *
   * @param sourceId the source
   */
  void sync(String sourceId);

  /**
   * Runs now, in the calling thread, until the source has nothing more to give.
   *
   * @param sourceId the source
   * @return the run as it ended; a failure is a status, not an exception
   */
  Run collect(String sourceId);

  /**
   * Leaves a source alone until it is resumed. A run going on ends after the batch in hand.
   *
   * @param sourceId the source
   * @param reason why, for those who look later
   */
  void pause(String sourceId, String reason);

  /**
   * Takes a paused source up again, and accepts the source's present columns as the known ones.
   *
   * @param sourceId the source
   */
  void resume(String sourceId);

  /**
   * Shows what the mapping makes of real rows of the source, writing nothing.
   *
   * @param sourceId the source
   * @param rows the most rows to show, from 1 to 100
   * @return the plan
   */
  MappingPlan plan(String sourceId, int rows);
}
