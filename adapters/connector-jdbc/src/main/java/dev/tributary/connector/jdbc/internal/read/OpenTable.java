package dev.tributary.connector.jdbc.internal.read;

import dev.tributary.api.connector.SourceSchema;
import dev.tributary.connector.jdbc.internal.connection.Lease;
import dev.tributary.connector.jdbc.internal.dialect.Dialect;

/**
 * A table with all that is needed to read it.
 *
 * @param lease the connection
 * @param dialect the engine's dialect
 * @param schema the columns as the platform sees them
 * @param selection writes the queries
 * @param rows reads the rows
 * @param passes says what to read
 * @param fetchRows the most rows of one query
 */
record OpenTable(
    Lease lease,
    Dialect dialect,
    SourceSchema schema,
    Selection selection,
    Rows rows,
    Passes passes,
    int fetchRows) {}
