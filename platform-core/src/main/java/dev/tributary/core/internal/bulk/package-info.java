/** Rows into dataset tables, as fast as each engine takes them. */
@NullMarked
package dev.tributary.core.internal.bulk;

import org.jspecify.annotations.NullMarked;
