/** The gate's steps in order. */
@NullMarked
package dev.tributary.nl2sql.internal.gate;

import org.jspecify.annotations.NullMarked;
