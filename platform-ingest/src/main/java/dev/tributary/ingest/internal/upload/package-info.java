/** Files that people hand in: kept safe on disk first, then each read by a run of its own. */
@NullMarked
package dev.tributary.ingest.internal.upload;

import org.jspecify.annotations.NullMarked;
