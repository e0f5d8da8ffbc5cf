/** Finds, from the first bytes of a file, its dialect, where its table begins, and its header. */
@NullMarked
package dev.tributary.connector.csv.internal.detect;

import org.jspecify.annotations.NullMarked;
