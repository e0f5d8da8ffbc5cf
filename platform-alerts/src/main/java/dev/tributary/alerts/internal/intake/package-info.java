/** How events of metrics come into the log. */
@NullMarked
package dev.tributary.alerts.internal.intake;

import org.jspecify.annotations.NullMarked;
