/** Reads folders of Parquet files. */
@NullMarked
package dev.tributary.connector.parquet;

import org.jspecify.annotations.NullMarked;
