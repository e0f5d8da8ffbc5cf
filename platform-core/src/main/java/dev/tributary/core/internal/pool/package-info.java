/** Connections: one writer or many, and readers that the engine keeps from writing. */
@NullMarked
package dev.tributary.core.internal.pool;

import org.jspecify.annotations.NullMarked;
