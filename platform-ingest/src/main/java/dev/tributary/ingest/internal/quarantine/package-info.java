/** Rows that were not accepted: listed, and tried again after the mapping was corrected. */
@NullMarked
package dev.tributary.ingest.internal.quarantine;

import org.jspecify.annotations.NullMarked;
