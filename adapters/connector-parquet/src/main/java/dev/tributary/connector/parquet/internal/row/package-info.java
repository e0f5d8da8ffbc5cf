/** Makes rows of columns. */
@NullMarked
package dev.tributary.connector.parquet.internal.row;

import org.jspecify.annotations.NullMarked;
