package dev.tributary.connector.jdbc.internal.settings;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a database.
 *
 * @param schema the schema, null for the engine's usual one
 * @param table the only table to read, null for any that a source names as its stream
 * @param cursor the column that grows with every change, null when there is none
 * @param key the columns that tell rows apart, none for the primary key
 * @param overlap how far to go back behind the cursor
 * @param fetchRows the rows one query asks for at most
 * @param zone the zone of timestamps that carry none
 */
public record TableConfig(
    @Nullable String schema,
    @Nullable String table,
    @Nullable String cursor,
    List<String> key,
    Overlap overlap,
    int fetchRows,
    ZoneId zone) {}
