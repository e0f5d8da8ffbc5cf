/** What a user says about data centers, sources and mappings. Immutable values with builders. */
@NullMarked
package dev.tributary.ingest.config;

import org.jspecify.annotations.NullMarked;
