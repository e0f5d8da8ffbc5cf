/**
 * Where windows are kept: in memory, in the central store, or elsewhere with the store behind it.
 */
@NullMarked
package dev.tributary.alerts.internal.store;

import org.jspecify.annotations.NullMarked;
