/**
 * The {@code tributary} command: demo, serve, ingest, csv and config. The entry type is {@link
 * dev.tributary.cli.TributaryCli}.
 */
@NullMarked
package dev.tributary.cli;

import org.jspecify.annotations.NullMarked;
