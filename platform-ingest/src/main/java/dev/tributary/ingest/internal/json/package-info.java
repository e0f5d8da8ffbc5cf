/** JSON of the platform's own records: rows in quarantine, schemas and errors of runs. */
@NullMarked
package dev.tributary.ingest.internal.json;

import org.jspecify.annotations.NullMarked;
