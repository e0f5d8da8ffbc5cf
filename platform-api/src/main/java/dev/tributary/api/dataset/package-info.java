/** Datasets: the logical tables of the central store, their columns, types and keys. */
@NullMarked
package dev.tributary.api.dataset;

import org.jspecify.annotations.NullMarked;
