/** Looks at a database: its tables, what their columns hold, how they hang together. */
@NullMarked
package dev.tributary.nl2sql.internal.catalog;

import org.jspecify.annotations.NullMarked;
