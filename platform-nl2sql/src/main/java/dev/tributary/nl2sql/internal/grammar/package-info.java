/** Between our tokens and the parser: what it is given, its answer, and the SQL written from it. */
@NullMarked
package dev.tributary.nl2sql.internal.grammar;

import org.jspecify.annotations.NullMarked;
