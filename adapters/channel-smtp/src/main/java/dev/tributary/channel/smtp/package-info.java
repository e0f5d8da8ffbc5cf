/** Tells people of alerts by e-mail. */
@NullMarked
package dev.tributary.channel.smtp;

import org.jspecify.annotations.NullMarked;
