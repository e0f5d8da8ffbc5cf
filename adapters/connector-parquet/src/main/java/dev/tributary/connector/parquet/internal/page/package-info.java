/** The bytes of columns, page by page: read, checked, decompressed. */
@NullMarked
package dev.tributary.connector.parquet.internal.page;

import org.jspecify.annotations.NullMarked;
