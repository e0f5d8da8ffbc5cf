/** From the log to transitions: rules and what they have seen, as a pure function of the log. */
@NullMarked
package dev.tributary.alerts.internal.fold;

import org.jspecify.annotations.NullMarked;
