/** JSON as text, for output that programs read. */
@NullMarked
package dev.tributary.cli.internal.json;

import org.jspecify.annotations.NullMarked;
