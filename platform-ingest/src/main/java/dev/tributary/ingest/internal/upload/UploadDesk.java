package dev.tributary.ingest.internal.upload;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.api.ingest.UploadTarget;
import dev.tributary.api.ingest.Uploads;
import dev.tributary.ingest.config.IngestConfig;
import dev.tributary.ingest.config.IngestError;
import dev.tributary.ingest.internal.ledger.OldRecords.EndedUpload;
import dev.tributary.ingest.internal.ledger.UploadLedger;
import dev.tributary.ingest.internal.run.Ids;
import dev.tributary.ingest.internal.run.Kernel;
import dev.tributary.ingest.internal.source.ConnectorHouse;
import dev.tributary.ingest.internal.source.SourceCatalog;
import dev.tributary.ingest.internal.source.SourceLane;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes files in. Each is safe on disk and noted in the store before its job is handed out. */
public final class UploadDesk implements Uploads, AutoCloseable {
  private final Kernel kernel;
  private final SourceCatalog catalog;
  private final ConnectorHouse house;
  private final UploadFolder folder;
  private final UploadReading reading;
  private final Set<String> arriving = ConcurrentHashMap.newKeySet();

  /**
   * Makes it.
   *
   * @param config says where files are kept
   * @param kernel what every run needs
   * @param catalog the sources
   * @param house opens connectors
   */
  public UploadDesk(
      IngestConfig config, Kernel kernel, SourceCatalog catalog, ConnectorHouse house) {
    this.kernel = kernel;
    this.catalog = catalog;
    this.house = house;
    this.folder = new UploadFolder(config.dataDir(), config.maxUploadBytes());
    this.reading = new UploadReading(kernel, house, folder);
  }

  /** Goes on with files that were taken in before and have not been read. */
  public void recover() {
    List<UploadJob> open = kernel.read(UploadLedger::open);
    for (UploadJob job : open) {
      Optional<SourceLane> lane = catalog.find(job.sourceId());
      if (lane.isPresent() && Files.exists(folder.folder(job.sourceId(), job.id()))) {
        reading.begin(job, lane.get());
      }
    }
  }

  @Override
  public UploadJob upload(UploadRequest request, InputStream content) throws IOException {
    SourceLane lane =
        switch (request.target()) {
          case UploadTarget.ToSource source -> catalog.lane(source.sourceId());
          case UploadTarget.ToDataset dataset -> catalog.uploadsInto(dataset.dataset());
        };
    String key = request.key();
    if (key == null) {
      return keep(kernel.ids().next(), lane, request, content);
    }
    String jobId = Ids.of(lane.source().id() + '\n' + key);
    if (!arriving.add(jobId)) {
      throw new PlatformException(
          IngestError.UPLOAD_UNDER_WAY,
          "an upload with the key '" + key + "' is still coming in; ask again when it has ended");
    }
    try {
      Optional<UploadJob> known = job(jobId);
      return known.isPresent() ? known.get() : keep(jobId, lane, request, content);
    } finally {
      arriving.remove(jobId);
    }
  }

  private UploadJob keep(String jobId, SourceLane lane, UploadRequest request, InputStream content)
      throws IOException {
    String sourceId = lane.source().id();
    requireFiles(lane, request.format(), folder.folder(sourceId, jobId));
    Path file = folder.keep(sourceId, jobId, request, content);
    UploadJob job =
        new UploadJob(
            jobId,
            sourceId,
            request.fileName(),
            UploadJob.Status.QUEUED,
            0,
            null,
            RunCounts.NONE,
            null,
            kernel.clock().instant());
    note(job, request.format(), file);
    reading.begin(job, lane);
    return job;
  }

  @Override
  public Optional<UploadJob> job(String jobId) {
    return kernel.read(handle -> UploadLedger.find(handle, jobId));
  }

  /**
   * Removes what is left of an upload that could not be read.
   *
   * @param ended the upload
   */
  public void forget(EndedUpload ended) {
    folder.removeAside(ended.sourceId(), ended.id());
  }

  private void note(UploadJob job, FileFormat format, Path file) {
    boolean noted = false;
    try {
      kernel
          .store()
          .<Boolean, RuntimeException>write(transaction -> {
            UploadLedger.add(kernel.handle(transaction), job, file.toString());
            transaction.append(
                EventTypes.UPLOAD_ACCEPTED,
                job.sourceId(),
                Map.of(
                    "job_id", job.id(),
                    "file_name", job.fileName(),
                    "source_type", format.name().toLowerCase(Locale.ROOT)));
            return true;
          });
      noted = true;
    } finally {
      if (!noted) {
        folder.remove(job.sourceId(), job.id());
      }
    }
  }

  private void requireFiles(SourceLane lane, FileFormat format, Path path) {
    if (reading.closing()) {
      throw new PlatformException(
          PlatformError.CLOSING, "the platform is closing; upload again when it is back");
    }
    if (FileReading.of(house, lane.source(), format, path).isEmpty()) {
      throw new PlatformException(
          IngestError.NOT_A_FILE_SOURCE,
          "source '%s' is of kind '%s', which reads no files of format %s; upload to a source of files or to a dataset"
              .formatted(lane.source().id(), lane.source().kind(), format));
    }
  }

  /** Lets files being read end after the batch in hand; they go on at the next start. */
  @Override
  public void close() {
    reading.close();
  }
}
