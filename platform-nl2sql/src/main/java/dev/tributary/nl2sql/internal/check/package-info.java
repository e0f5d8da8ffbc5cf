/** The rules on functions, tables, columns, recursion and row limits. */
@NullMarked
package dev.tributary.nl2sql.internal.check;

import org.jspecify.annotations.NullMarked;
