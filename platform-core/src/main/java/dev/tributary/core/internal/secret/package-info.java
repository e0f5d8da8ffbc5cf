/** Encryption of secrets at rest. */
@NullMarked
package dev.tributary.core.internal.secret;

import org.jspecify.annotations.NullMarked;
