/** Errors on the wire: RFC 9457 problem details. */
@NullMarked
package dev.tributary.http.internal.problem;

import org.jspecify.annotations.NullMarked;
