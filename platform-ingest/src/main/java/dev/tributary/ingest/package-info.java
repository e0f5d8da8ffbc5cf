/**
 * Collection: sources are read on their schedules, mapped to datasets and stored exactly once.
 * Start at {@link dev.tributary.ingest.Ingest}.
 */
@NullMarked
package dev.tributary.ingest;

import org.jspecify.annotations.NullMarked;
