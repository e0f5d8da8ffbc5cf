/** Visits every object of a parsed statement and refuses the kinds that are not listed. */
@NullMarked
package dev.tributary.nl2sql.internal.tree;

import org.jspecify.annotations.NullMarked;
