/** From transitions to notifications: routes, groups, silences, and delivery until it succeeds. */
@NullMarked
package dev.tributary.alerts.internal.notify;

import org.jspecify.annotations.NullMarked;
