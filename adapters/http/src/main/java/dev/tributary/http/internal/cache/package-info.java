/** The cache. */
@NullMarked
package dev.tributary.http.internal.cache;

import org.jspecify.annotations.NullMarked;
