/** Pages read one after the other, and the checkpoints between them. */
@NullMarked
package dev.tributary.connector.rest.internal.read;

import org.jspecify.annotations.NullMarked;
