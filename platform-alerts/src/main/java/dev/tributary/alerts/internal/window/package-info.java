/**
 * Windows over event time. A window is cut into panes; each event touches one pane of its series,
 * and a window is read by joining its panes, so that its memory does not grow with the events.
 */
@NullMarked
package dev.tributary.alerts.internal.window;

import org.jspecify.annotations.NullMarked;
