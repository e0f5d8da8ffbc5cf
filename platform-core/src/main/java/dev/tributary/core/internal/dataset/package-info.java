/** Tables of datasets, the registry that says what they look like, and a look at every table. */
@NullMarked
package dev.tributary.core.internal.dataset;

import org.jspecify.annotations.NullMarked;
