/** What evaluation and notification measure. */
@NullMarked
package dev.tributary.alerts.internal.metric;

import org.jspecify.annotations.NullMarked;
