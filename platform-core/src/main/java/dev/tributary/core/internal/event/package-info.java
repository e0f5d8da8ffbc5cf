/** The durable event log. */
@NullMarked
package dev.tributary.core.internal.event;

import org.jspecify.annotations.NullMarked;
