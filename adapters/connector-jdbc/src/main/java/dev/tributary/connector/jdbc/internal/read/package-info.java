/** Passes over a table in the order of a cursor and a key, with checkpoints. */
@NullMarked
package dev.tributary.connector.jdbc.internal.read;

import org.jspecify.annotations.NullMarked;
