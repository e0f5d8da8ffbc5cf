/** Rows in words: the answer in a sentence, how it came about, and what to mind. */
@NullMarked
package dev.tributary.nl2sql.internal.wording;

import org.jspecify.annotations.NullMarked;
