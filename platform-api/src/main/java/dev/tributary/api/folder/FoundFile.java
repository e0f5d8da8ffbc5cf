package dev.tributary.api.folder;

import java.nio.file.Path;

/**
 * A file as a look into the folder found it.
 *
 * @param name its name in the folder, which is also its partition
 * @param path where it is
 * @param size bytes
 * @param modified the time of the last change, in milliseconds
 * @param rested whether nobody has written to it for the settle time
 */
record FoundFile(String name, Path path, long size, long modified, boolean rested) {}
