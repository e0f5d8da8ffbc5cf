/** A look into the store. */
@NullMarked
package dev.tributary.core.internal.inspect;

import org.jspecify.annotations.NullMarked;
