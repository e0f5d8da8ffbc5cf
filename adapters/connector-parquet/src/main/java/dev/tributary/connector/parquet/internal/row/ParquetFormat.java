package dev.tributary.connector.parquet.internal.row;

import dev.tributary.api.folder.FileRecords;
import dev.tributary.api.folder.FolderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Files of Parquet, each of which says its own columns. */
public final class ParquetFormat implements FolderFormat {
  private final long maxMemory;

  /**
   * Makes the format.
   *
   * @param maxMemory the most bytes of a file to hold at once, decompressed
   */
  public ParquetFormat(long maxMemory) {
    this.maxMemory = maxMemory;
  }

  @Override
  public String word() {
    return "Parquet";
  }

  @Override
  public boolean reads(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  @Override
  public FileRecords open(Path file, String name) throws IOException {
    return ParquetRecords.open(file, name, maxMemory);
  }
}
