/** Turns a source's rows into a dataset's rows: compiled once for a shape, then run row by row. */
@NullMarked
package dev.tributary.ingest.internal.mapping;

import org.jspecify.annotations.NullMarked;
