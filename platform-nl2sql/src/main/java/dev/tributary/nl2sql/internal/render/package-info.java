/** Writes queries as SQL of a dialect. */
@NullMarked
package dev.tributary.nl2sql.internal.render;

import org.jspecify.annotations.NullMarked;
