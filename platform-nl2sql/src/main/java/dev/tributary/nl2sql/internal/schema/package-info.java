/** The tables as a graph of references. */
@NullMarked
package dev.tributary.nl2sql.internal.schema;

import org.jspecify.annotations.NullMarked;
