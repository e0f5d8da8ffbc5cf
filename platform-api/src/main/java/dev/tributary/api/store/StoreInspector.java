package dev.tributary.api.store;

import java.util.List;

/** Looks into the central store without changing it. Thread-safe. */
public interface StoreInspector {

  /**
   * Tries the store.
   *
   * @return how it answered; never throws because of the store
   */
  StoreHealth health();

  /**
   * The version of the store's schema.
   *
   * @return the version of the newest migration that was applied
   */
  String schemaVersion();

  /**
   * The tables that hold datasets and the platform's own records.
   *
   * @return the tables in order of their names
   */
  List<TableDescription> tables();
}
