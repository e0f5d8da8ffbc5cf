/** The rows of an answer with what is known of their columns: what describes them reads these. */
@NullMarked
package dev.tributary.nl2sql.internal.frame;

import org.jspecify.annotations.NullMarked;
