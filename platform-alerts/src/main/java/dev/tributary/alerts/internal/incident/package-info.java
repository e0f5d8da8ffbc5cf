/** Alerts that belong together, and what detectors found. */
@NullMarked
package dev.tributary.alerts.internal.incident;

import org.jspecify.annotations.NullMarked;
