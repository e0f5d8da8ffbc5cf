/** Follows the log: evaluates entry by entry, and stores what comes of it, each thing once. */
@NullMarked
package dev.tributary.alerts.internal.engine;

import org.jspecify.annotations.NullMarked;
