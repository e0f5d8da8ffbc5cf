/** The life of an alert, from evaluation to evaluation. */
@NullMarked
package dev.tributary.alerts.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
