/** What the columns of a result are made of, as far as the SQL says. */
@NullMarked
package dev.tributary.nl2sql.internal.lineage;

import org.jspecify.annotations.NullMarked;
