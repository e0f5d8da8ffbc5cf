/** Watches metrics: {@link dev.tributary.alerts.Detectors} says what is unusual in a series. */
@NullMarked
package dev.tributary.alerts;

import org.jspecify.annotations.NullMarked;
