/** Files that are written whole or not at all. */
@NullMarked
package dev.tributary.cli.internal.output;

import org.jspecify.annotations.NullMarked;
