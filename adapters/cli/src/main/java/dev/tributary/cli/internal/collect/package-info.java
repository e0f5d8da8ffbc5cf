/** Collecting from the command line: once, for good, or only in plan. */
@NullMarked
package dev.tributary.cli.internal.collect;

import org.jspecify.annotations.NullMarked;
