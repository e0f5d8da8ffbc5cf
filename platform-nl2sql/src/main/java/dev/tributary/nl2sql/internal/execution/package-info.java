/** Runs one query on a connection that cannot write, and stops it in time. */
@NullMarked
package dev.tributary.nl2sql.internal.execution;

import org.jspecify.annotations.NullMarked;
