/** A look at the cache that the platform may use beside its store. */
@NullMarked
package dev.tributary.api.cache;

import org.jspecify.annotations.NullMarked;
