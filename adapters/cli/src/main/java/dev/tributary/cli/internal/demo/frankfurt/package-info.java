/** Frankfurt: an export in a database, with German names and rows that change. */
@NullMarked
package dev.tributary.cli.internal.demo.frankfurt;

import org.jspecify.annotations.NullMarked;
