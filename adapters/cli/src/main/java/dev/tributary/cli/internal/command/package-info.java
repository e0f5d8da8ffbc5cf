/** The commands, one class each. */
@NullMarked
package dev.tributary.cli.internal.command;

import org.jspecify.annotations.NullMarked;
