/** JSON in the store's text columns and in the log. */
@NullMarked
package dev.tributary.alerts.internal.json;

import org.jspecify.annotations.NullMarked;
