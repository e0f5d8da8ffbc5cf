/** Reads the table of a file: opens it, finds its shape, and judges every row. */
@NullMarked
package dev.tributary.connector.csv.internal.reading;

import org.jspecify.annotations.NullMarked;
