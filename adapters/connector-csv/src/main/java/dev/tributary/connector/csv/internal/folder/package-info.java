/**
 * Watches a folder: which files are complete, which are new, grown, renamed or copied, and where
 * the reading of each of them stands.
 */
@NullMarked
package dev.tributary.connector.csv.internal.folder;

import org.jspecify.annotations.NullMarked;
