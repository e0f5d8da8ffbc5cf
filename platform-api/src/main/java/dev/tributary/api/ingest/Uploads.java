package dev.tributary.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files that people hand in. Thread-safe. */
public interface Uploads {

  /**
   * Keeps a file and returns as soon as it is safe on disk; it is read afterwards.
   *
   * @param request where its rows go, and what it is
   * @param content the file, compressed with gzip or not; read to its end, not closed
   * @return the job that reads it; the job of the earlier upload, with nothing of the content read,
   *     if the request has a key that was used for the same source
   * @throws IOException if reading the content fails; nothing is kept then
   * @throws dev.tributary.api.error.PlatformException if the target does not exist, the file is
   *     larger than allowed, the disk is full or an upload of the same key is still coming in;
   *     nothing is kept then
   */
  UploadJob upload(UploadRequest request, InputStream content) throws IOException;

  /**
   * Keeps a file of the format that its name tells.
   *
   * @param target where its rows go
   * @param fileName what the file is called
   * @param content the file; read to its end, not closed
   * @return the job that reads it
   * @throws IOException if reading the content fails; nothing is kept then
   */
  default UploadJob upload(UploadTarget target, String fileName, InputStream content)
      throws IOException {
    return upload(UploadRequest.of(target, fileName), content);
  }

  /**
   * Finds a job.
   *
   * @param jobId its id
   * @return the job, if there is one of that id
   */
  Optional<UploadJob> job(String jobId);
}
