/**
 * For connectors of folders whose files are read whole: lists the files, waits until nobody writes
 * to them any more, keeps a checkpoint for each, and lets a broken one stop none of the others.
 * What the files hold says a {@link dev.tributary.api.folder.FolderFormat}.
 */
@NullMarked
package dev.tributary.api.folder;

import org.jspecify.annotations.NullMarked;
