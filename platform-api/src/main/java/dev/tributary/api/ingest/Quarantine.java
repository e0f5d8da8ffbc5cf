package dev.tributary.api.ingest;

import dev.tributary.api.page.Page;

/** The rows that were not accepted. Thread-safe. */
public interface Quarantine {

  /**
   * Lists rows still in quarantine, newest first.
   *
   * @param query which ones
   * @return a slice of them
   */
  Page<QuarantinedRow> list(QuarantineQuery query);

  /**
   * Tries the rows of a source again with its present mapping. Rows that fit now are stored, unless
   * the source has brought a later state of the same row since; the others stay.
   *
   * @param sourceId the source
   * @return what became of them
   */
  Replay replay(String sourceId);

  /**
   * What became of replayed rows.
   *
   * @param accepted rows that fit now
   * @param superseded rows left out because the store already has a later state of them
   * @param kept rows that still do not fit
   */
  record Replay(long accepted, long superseded, long kept) {}
}
