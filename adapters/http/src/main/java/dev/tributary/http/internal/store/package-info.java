/** Routes that look at the central store and at health. */
@NullMarked
package dev.tributary.http.internal.store;

import org.jspecify.annotations.NullMarked;
