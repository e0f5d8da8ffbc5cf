/** How old the data of sources is, why, and what that makes of their data centers. */
@NullMarked
package dev.tributary.ingest.internal.freshness;

import org.jspecify.annotations.NullMarked;
