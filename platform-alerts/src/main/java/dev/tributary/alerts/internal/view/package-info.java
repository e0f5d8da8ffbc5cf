/** What people call: rules, alerts, silences, incidents, read from and written to the store. */
@NullMarked
package dev.tributary.alerts.internal.view;

import org.jspecify.annotations.NullMarked;
