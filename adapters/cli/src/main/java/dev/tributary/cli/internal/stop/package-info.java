/** Ending in order when the operating system asks for it. */
@NullMarked
package dev.tributary.cli.internal.stop;

import org.jspecify.annotations.NullMarked;
