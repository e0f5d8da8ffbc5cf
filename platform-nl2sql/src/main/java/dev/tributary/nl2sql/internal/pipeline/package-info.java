/** The way from a question to its answer, as a graph of steps. */
@NullMarked
package dev.tributary.nl2sql.internal.pipeline;

import org.jspecify.annotations.NullMarked;
