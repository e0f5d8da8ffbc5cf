/** What collection measures. */
@NullMarked
package dev.tributary.ingest.internal.metric;

import org.jspecify.annotations.NullMarked;
