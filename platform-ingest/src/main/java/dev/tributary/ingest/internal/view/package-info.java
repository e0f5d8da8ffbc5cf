/** Collection as its users see it, read from the store. */
@NullMarked
package dev.tributary.ingest.internal.view;

import org.jspecify.annotations.NullMarked;
