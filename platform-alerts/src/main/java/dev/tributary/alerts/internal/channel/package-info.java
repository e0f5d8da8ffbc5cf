/** The channels that need nothing but the JDK. */
@NullMarked
package dev.tributary.alerts.internal.channel;

import org.jspecify.annotations.NullMarked;
