/** The gate's lists of names, kept as text files beside this package's classes. */
@NullMarked
package dev.tributary.nl2sql.internal.list;

import org.jspecify.annotations.NullMarked;
