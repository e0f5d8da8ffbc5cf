/**
 * How the platform says that something went wrong: one unchecked root, a stable code, and a kind
 * that decides who is at fault and whether trying again makes sense.
 */
@NullMarked
package dev.tributary.api.error;

import org.jspecify.annotations.NullMarked;
