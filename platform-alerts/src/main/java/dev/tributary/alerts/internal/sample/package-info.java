/** What is not handed in but looked up: questions to the store, the machine, standing troubles. */
@NullMarked
package dev.tributary.alerts.internal.sample;

import org.jspecify.annotations.NullMarked;
