/** Deciding on SQL statements that lie in a file. */
@NullMarked
package dev.tributary.cli.internal.sql;

import org.jspecify.annotations.NullMarked;
