package dev.tributary.http.fake;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.api.ingest.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/** Takes files without keeping them: their size, checksum, name and target are enough to tell. */
public final class FakeUploads implements Uploads {
  /** What arrived. */
  public record Arrived(
      UploadTarget target, String fileName, FileFormat format, long bytes, long checksum) {}

  public final Map<String, Arrived> arrived = new ConcurrentHashMap<>();
  private final Map<String, UploadJob> jobs = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  @Override
  public UploadJob upload(UploadRequest request, InputStream content) throws IOException {
    if (request.target() instanceof UploadTarget.ToSource source
        && source.sourceId().equals("nowhere")) {
      throw new PlatformException(PlatformError.NOT_FOUND, "no source 'nowhere'");
    }
    CRC32 checksum = new CRC32();
    byte[] chunk = new byte[1 << 16];
    long bytes = 0;
    for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
      checksum.update(chunk, 0, got);
      bytes += got;
    }
    String id = "job-" + (request.key() == null ? ids.incrementAndGet() : request.key());
    UploadJob job =
        new UploadJob(
            id,
            "fra-drop",
            request.fileName(),
            UploadJob.Status.QUEUED,
            0,
            null,
            RunCounts.NONE,
            null,
            FakeSources.NOON);
    arrived.put(
        id,
        new Arrived(
            request.target(), request.fileName(), request.format(), bytes, checksum.getValue()));
    jobs.put(id, job);
    return job;
  }

  @Override
  public Optional<UploadJob> job(String jobId) {
    return Optional.ofNullable(jobs.get(jobId));
  }
}
