/** Leaves out rows that are gone from their source. */
@NullMarked
package dev.tributary.nl2sql.internal.tombstone;

import org.jspecify.annotations.NullMarked;
