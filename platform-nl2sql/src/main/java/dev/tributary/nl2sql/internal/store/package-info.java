/** The central store, as the records of questions need it. */
@NullMarked
package dev.tributary.nl2sql.internal.store;

import org.jspecify.annotations.NullMarked;
