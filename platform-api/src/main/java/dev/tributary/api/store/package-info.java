/** A look into the central store: whether it works, and which tables it holds. */
@NullMarked
package dev.tributary.api.store;

import org.jspecify.annotations.NullMarked;
