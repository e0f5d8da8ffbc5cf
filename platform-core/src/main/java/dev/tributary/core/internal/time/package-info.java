/** Times as texts of one width. */
@NullMarked
package dev.tributary.core.internal.time;

import org.jspecify.annotations.NullMarked;
