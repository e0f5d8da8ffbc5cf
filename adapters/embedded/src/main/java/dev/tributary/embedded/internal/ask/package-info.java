/** Questions about the central store: what they can be about, and what answers them. */
@NullMarked
package dev.tributary.embedded.internal.ask;

import org.jspecify.annotations.NullMarked;
