/** Finds the readings of a question and decides between them. */
@NullMarked
package dev.tributary.nl2sql.internal.reading;

import org.jspecify.annotations.NullMarked;
