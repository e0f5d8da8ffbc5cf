/** Cuts a statement into tokens in one pass, and refuses what cannot be cut safely. */
@NullMarked
package dev.tributary.nl2sql.internal.scan;

import org.jspecify.annotations.NullMarked;
