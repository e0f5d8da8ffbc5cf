/**
 * Collection as its users see it: data centers, sources, runs, freshness, quarantine and uploads.
 */
@NullMarked
package dev.tributary.api.ingest;

import org.jspecify.annotations.NullMarked;
