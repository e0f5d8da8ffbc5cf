/**
 * Typed reading of configuration: every fault is collected with its place and remedy, and unknown
 * keys are refused.
 */
@NullMarked
package dev.tributary.api.settings;

import org.jspecify.annotations.NullMarked;
