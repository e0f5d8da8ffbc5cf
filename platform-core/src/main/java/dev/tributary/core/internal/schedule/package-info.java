/** What people wish for while scheduled work is running. */
@NullMarked
package dev.tributary.core.internal.schedule;

import org.jspecify.annotations.NullMarked;
