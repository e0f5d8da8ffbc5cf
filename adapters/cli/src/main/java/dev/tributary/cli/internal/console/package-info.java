/** What a person sees: lines, colours, progress and tables, plain in a pipe. */
@NullMarked
package dev.tributary.cli.internal.console;

import org.jspecify.annotations.NullMarked;
