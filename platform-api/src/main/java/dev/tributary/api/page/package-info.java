/** Slices of long lists. */
@NullMarked
package dev.tributary.api.page;

import org.jspecify.annotations.NullMarked;
