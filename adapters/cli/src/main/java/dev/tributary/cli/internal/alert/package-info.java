/** Events in files and lines, and rules tried on them. */
@NullMarked
package dev.tributary.cli.internal.alert;

import org.jspecify.annotations.NullMarked;
