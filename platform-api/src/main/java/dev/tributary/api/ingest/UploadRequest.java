package dev.tributary.api.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What comes with an uploaded file.
 *
 * @param target where its rows go
 * @param fileName what the file is called
 * @param format what it holds
 * @param key what the client calls this upload: a second one of the same key and source is the same
 *     upload, and yields the job of the first; null if every upload is another
 */
public record UploadRequest(
    UploadTarget target, String fileName, FileFormat format, @Nullable String key) {

  /**
   * An upload of the format that its file's name tells.
   *
   * @param target where its rows go
   * @param fileName what the file is called
   * @return the request
   */
  public static UploadRequest of(UploadTarget target, String fileName) {
    return new UploadRequest(target, fileName, FileFormat.ofName(fileName), null);
  }
}
