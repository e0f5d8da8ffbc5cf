/** Questions to ask next, each known to have an answer. */
@NullMarked
package dev.tributary.nl2sql.internal.suggest;

import org.jspecify.annotations.NullMarked;
