/** Routes that show and steer collection. */
@NullMarked
package dev.tributary.http.internal.ingest;

import org.jspecify.annotations.NullMarked;
