/** Reads what collection is told out of settings, noting every fault at once. */
@NullMarked
package dev.tributary.ingest.internal.binding;

import org.jspecify.annotations.NullMarked;
