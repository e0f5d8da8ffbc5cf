package dev.tributary.connector.jdbc.internal.catalog;

import dev.tributary.connector.jdbc.internal.settings.Engine;

/** Knows the catalog of every engine. */
public final class Catalogs {
  private Catalogs() {}

  /**
   * The catalog of an engine.
   *
   * @param engine the engine
   * @return the catalog
   */
  public static Catalog of(Engine engine) {
    return switch (engine) {
      case SQLITE -> new SqliteCatalog();
      case POSTGRESQL -> new PostgresCatalog();
      case MYSQL -> new MysqlCatalog();
    };
  }
}
