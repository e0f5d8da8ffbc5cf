/** What happens between an event and a transition, for one rule. */
@NullMarked
package dev.tributary.alerts.internal.evaluate;

import org.jspecify.annotations.NullMarked;
