/** What stands out in rows, computed from them alone. */
@NullMarked
package dev.tributary.nl2sql.internal.insight;

import org.jspecify.annotations.NullMarked;
