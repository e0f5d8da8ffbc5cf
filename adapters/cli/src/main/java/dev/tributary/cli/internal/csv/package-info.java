/** Rewriting CSV files of any dialect, one by one or by the folder. */
@NullMarked
package dev.tributary.cli.internal.csv;

import org.jspecify.annotations.NullMarked;
