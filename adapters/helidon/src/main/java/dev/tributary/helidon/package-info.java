/**
 * The reference server: the HTTP interface on Helidon SE, with metrics, logs and a landing page.
 */
@NullMarked
package dev.tributary.helidon;

import org.jspecify.annotations.NullMarked;
