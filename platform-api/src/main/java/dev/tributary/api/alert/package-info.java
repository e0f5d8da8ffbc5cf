/** What watching is made of: metrics, windows, rules, detectors, and what becomes of an alert. */
@NullMarked
package dev.tributary.api.alert;

import org.jspecify.annotations.NullMarked;
