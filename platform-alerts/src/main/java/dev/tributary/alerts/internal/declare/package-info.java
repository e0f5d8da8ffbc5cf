/** Rules as a configuration declares them. */
@NullMarked
package dev.tributary.alerts.internal.declare;

import org.jspecify.annotations.NullMarked;
