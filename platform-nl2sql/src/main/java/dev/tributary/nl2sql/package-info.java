/**
 * Questions to checked SQL. {@link dev.tributary.nl2sql.SqlGate} says whether a statement may run
 * and hands out the text that may.
 */
@NullMarked
package dev.tributary.nl2sql;

import org.jspecify.annotations.NullMarked;
