/** Routes for alerts: rules, history, silences, incidents, notifications, and events of metrics. */
@NullMarked
package dev.tributary.http.internal.alert;

import org.jspecify.annotations.NullMarked;
