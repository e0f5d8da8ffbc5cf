/** The phrases questions are made of, each read by a class of its own. */
@NullMarked
package dev.tributary.nl2sql.internal.phrase;

import org.jspecify.annotations.NullMarked;
