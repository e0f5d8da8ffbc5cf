/** Where the engines' SQL differs. */
@NullMarked
package dev.tributary.core.internal.dialect;

import org.jspecify.annotations.NullMarked;
