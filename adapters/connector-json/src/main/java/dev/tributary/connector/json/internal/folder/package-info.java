/** A folder, its files, and where the reading of each stands. */
@NullMarked
package dev.tributary.connector.json.internal.folder;

import org.jspecify.annotations.NullMarked;
