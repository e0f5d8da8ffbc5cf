/** The history of the store's schema. */
@NullMarked
package dev.tributary.core.internal.migrate;

import org.jspecify.annotations.NullMarked;
