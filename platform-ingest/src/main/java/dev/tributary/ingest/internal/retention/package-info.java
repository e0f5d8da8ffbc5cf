/** Forgets what is over and old. */
@NullMarked
package dev.tributary.ingest.internal.retention;

import org.jspecify.annotations.NullMarked;
