/** JSON as it stands on the wire, read and written in one place. */
@NullMarked
package dev.tributary.http.internal.json;

import org.jspecify.annotations.NullMarked;
