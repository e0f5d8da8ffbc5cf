/**
 * Reads tables of SQLite, PostgreSQL, MySQL and MariaDB. Start at {@link
 * dev.tributary.connector.jdbc.JdbcConnectorFactory}.
 */
@NullMarked
package dev.tributary.connector.jdbc;

import org.jspecify.annotations.NullMarked;
