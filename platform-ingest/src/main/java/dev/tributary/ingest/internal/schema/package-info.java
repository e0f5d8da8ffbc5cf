/** Notices that a source looks different from before, and says what is to be done about it. */
@NullMarked
package dev.tributary.ingest.internal.schema;

import org.jspecify.annotations.NullMarked;
