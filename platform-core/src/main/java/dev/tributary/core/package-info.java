/**
 * The kernel: one central store with its datasets and event log, a scheduler, secrets and the
 * configuration file. Begin at {@link dev.tributary.core.CentralStore}.
 */
@NullMarked
package dev.tributary.core;

import org.jspecify.annotations.NullMarked;
