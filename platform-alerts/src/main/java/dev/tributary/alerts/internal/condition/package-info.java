/** Conditions: whether what a window shows is a reason for an alert. */
@NullMarked
package dev.tributary.alerts.internal.condition;

import org.jspecify.annotations.NullMarked;
