/** Detectors: what is unusual in a series, judged by its past alone. */
@NullMarked
package dev.tributary.alerts.internal.detect;

import org.jspecify.annotations.NullMarked;
