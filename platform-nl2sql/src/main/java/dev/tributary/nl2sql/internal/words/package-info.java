/** Words: how text and names fall into them, and what English says about them. */
@NullMarked
package dev.tributary.nl2sql.internal.words;

import org.jspecify.annotations.NullMarked;
