/** A query as values, before any dialect. */
@NullMarked
package dev.tributary.nl2sql.internal.query;

import org.jspecify.annotations.NullMarked;
