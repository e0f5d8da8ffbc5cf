/** A request and its answer, as a server adapter hands them over and takes them back. */
@NullMarked
package dev.tributary.http.exchange;

import org.jspecify.annotations.NullMarked;
