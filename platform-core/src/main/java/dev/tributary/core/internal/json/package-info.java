/** JSON in the store's text columns. */
@NullMarked
package dev.tributary.core.internal.json;

import org.jspecify.annotations.NullMarked;
