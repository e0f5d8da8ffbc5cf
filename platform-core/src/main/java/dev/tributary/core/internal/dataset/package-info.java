/** Tables of datasets, and the registry that says what they look like. */
@NullMarked
package dev.tributary.core.internal.dataset;

import org.jspecify.annotations.NullMarked;
