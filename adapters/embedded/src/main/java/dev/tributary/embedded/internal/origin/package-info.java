/** Where the data of the central store is from, and when it last changed. */
@NullMarked
package dev.tributary.embedded.internal.origin;

import org.jspecify.annotations.NullMarked;
