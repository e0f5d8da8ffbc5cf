/**
 * Runs: a source is read and mapped on one thread while another stores each batch in one
 * transaction.
 */
@NullMarked
package dev.tributary.ingest.internal.run;

import org.jspecify.annotations.NullMarked;
