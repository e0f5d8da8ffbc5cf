package dev.tributary.api;

import dev.tributary.api.alert.Alerting;
import dev.tributary.api.cache.CacheProbe;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.ingest.DataCenters;
import dev.tributary.api.ingest.Quarantine;
import dev.tributary.api.ingest.Runs;
import dev.tributary.api.ingest.Sources;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.store.StoreInspector;
import java.util.Optional;

/** A running platform: everything its users call. Thread-safe. */
public interface Platform {

  /**
   * The data centers.
   *
   * @return the data centers
   */
  DataCenters dataCenters();

  /**
   * The sources.
   *
   * @return the sources
   */
  Sources sources();

  /**
   * The ingestion runs.
   *
   * @return the runs
   */
  Runs runs();

  /**
   * The rows that were not accepted.
   *
   * @return the quarantine
   */
  Quarantine quarantine();

  /**
   * The files that people hand in.
   *
   * @return the uploads
   */
  Uploads uploads();

  /**
   * What happened, in order.
   *
   * @return the event log
   */
  EventLog events();

  /**
   * Answers to questions about the data.
   *
   * @return the query engine
   */
  QueryEngine query();

  /**
   * The alerts.
   *
   * @return rules, alerts and notifications
   */
  Alerting alerting();

  /**
   * A look into the central store.
   *
   * @return the inspector
   */
  StoreInspector store();

  /**
   * What tries the cache beside the store.
   *
   * @return the probe; empty if no cache is configured
   */
  default Optional<CacheProbe> cache() {
    return Optional.empty();
  }
}
