/** Links words to tables, columns and stored values. */
@NullMarked
package dev.tributary.nl2sql.internal.ground;

import org.jspecify.annotations.NullMarked;
