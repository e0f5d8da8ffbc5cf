package dev.tributary.connector.csv.internal.folder;

import java.nio.file.Path;

/**
 * A file as a look into the folder found it.
 *
 * @param partition its path within the folder, with slashes
 * @param path where it is
 * @param stat its size and times
 * @param rested whether nobody has written to it for the settle time
 */
record DropFile(String partition, Path path, Stat stat, boolean rested) {

  /**
   * What the file system says.
   *
   * @param size bytes
   * @param modified the time of the last change, in milliseconds
   * @param key what stays the same when the file is renamed; empty where unknown
   */
  record Stat(long size, long modified, String key) {}

  boolean compressed() {
    return partition.endsWith(".gz");
  }
}
