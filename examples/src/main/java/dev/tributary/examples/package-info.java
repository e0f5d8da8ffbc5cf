/** Small programs, one idea each. */
@NullMarked
package dev.tributary.examples;

import org.jspecify.annotations.NullMarked;
