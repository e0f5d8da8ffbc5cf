/** New York: a folder that CSV files are dropped into, with local times and decimal commas. */
@NullMarked
package dev.tributary.cli.internal.demo.newyork;

import org.jspecify.annotations.NullMarked;
