/** The durable event log: what happened, in order, readable again from any point. */
@NullMarked
package dev.tributary.api.event;

import org.jspecify.annotations.NullMarked;
