/** What a Parquet file says about itself: columns, row groups, where their bytes are. */
@NullMarked
package dev.tributary.connector.parquet.internal.footer;

import org.jspecify.annotations.NullMarked;
