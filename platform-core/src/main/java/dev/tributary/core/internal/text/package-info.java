/** How values are written in the platform's own tables: JSON, and times of one width. */
@NullMarked
package dev.tributary.core.internal.text;

import org.jspecify.annotations.NullMarked;
