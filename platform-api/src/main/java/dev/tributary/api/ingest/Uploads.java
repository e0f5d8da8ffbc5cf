package dev.tributary.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Files that people hand in. Thread-safe. */
public interface Uploads {

  /**
   * Keeps a file and returns as soon as it is safe on disk; it is read afterwards.
   *
   * @param target where its rows go
   * @param fileName what the file is called
   * @param content the file, compressed with gzip or not; read to its end, not closed
   * @return the job that reads it
   * @throws IOException if reading the content fails; nothing is kept then
   * @throws dev.tributary.api.error.PlatformException if the target does not exist, the file is
   *     larger than allowed or the disk is full; nothing is kept then
   */
  UploadJob upload(UploadTarget target, String fileName, InputStream content) throws IOException;

  /**
   * Finds a job.
   *
   * @param jobId its id
   * @return the job, if there is one of that id
   */
  Optional<UploadJob> job(String jobId);
}
