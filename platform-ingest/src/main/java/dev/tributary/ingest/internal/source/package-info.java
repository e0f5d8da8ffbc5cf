/** Sources at work: their connectors, their runs one after the other, and what operators do. */
@NullMarked
package dev.tributary.ingest.internal.source;

import org.jspecify.annotations.NullMarked;
