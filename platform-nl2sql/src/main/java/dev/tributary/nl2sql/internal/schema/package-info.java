/** The tables that can be asked about, as they were last looked at. */
@NullMarked
package dev.tributary.nl2sql.internal.schema;

import org.jspecify.annotations.NullMarked;
