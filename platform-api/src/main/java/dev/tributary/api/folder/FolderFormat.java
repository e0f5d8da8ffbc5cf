package dev.tributary.api.folder;

import java.io.IOException;
import java.nio.file.Path;

/** What the files of a folder hold, and how they are read. Thread-safe. */
public interface FolderFormat {

  /**
   * What the format is called in messages, such as {@code JSON}.
   *
   * @return a word
   */
  String word();

  /**
   * Whether a file is one of them.
   *
   * @param fileName its name, without its folder
   * @return whether it should be read
   */
  boolean reads(String fileName);

  /**
   * Opens a file.
   *
   * @param file where it is
   * @param name what messages and positions call it
   * @return its records, from the first
   * @throws IOException if it cannot be read
   * @throws dev.tributary.api.connector.ConnectorException if it holds something else, or is broken
   */
  FileRecords open(Path file, String name) throws IOException;
}
