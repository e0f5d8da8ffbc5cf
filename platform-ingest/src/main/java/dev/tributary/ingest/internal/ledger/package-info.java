/**
 * The platform's own records in the central store: sources, runs, checkpoints, quarantine, schema
 * versions and upload jobs. One type for each table, each method one statement or two.
 */
@NullMarked
package dev.tributary.ingest.internal.ledger;

import org.jspecify.annotations.NullMarked;
