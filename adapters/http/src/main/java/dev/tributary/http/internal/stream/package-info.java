/** The event log as a stream of server-sent events. */
@NullMarked
package dev.tributary.http.internal.stream;

import org.jspecify.annotations.NullMarked;
