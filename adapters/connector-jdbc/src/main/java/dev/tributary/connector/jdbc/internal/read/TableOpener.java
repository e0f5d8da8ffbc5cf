package dev.tributary.connector.jdbc.internal.read;

import java.sql.SQLException;

/** Borrows a connection, looks the table up and decides how to read it. */
@FunctionalInterface
interface TableOpener {
  OpenTable open() throws SQLException;
}
