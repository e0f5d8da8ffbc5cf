/** Makes up events: for tries, tests and demonstrations. */
@NullMarked
package dev.tributary.alerts.internal.generate;

import org.jspecify.annotations.NullMarked;
