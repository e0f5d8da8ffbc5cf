package dev.tributary.core;

/** The database engines that a central store runs on. */
public enum StoreEngine {
  /** SQLite: one file, one process. */
  SQLITE,
  /** PostgreSQL: a server that several nodes may share. */
  POSTGRESQL,
  /** MariaDB or MySQL: a server that several nodes may share. */
  MYSQL
}
