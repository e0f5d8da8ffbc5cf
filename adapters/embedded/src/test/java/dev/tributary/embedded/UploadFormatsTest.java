package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.QuarantineQuery;
import dev.tributary.api.ingest.QuarantinedRow;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.api.ingest.UploadTarget.ToDataset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFormatsTest {
  @TempDir Path folder;

  private static UploadJob json(Tributary tributary, String name, String content) throws Exception {
    return uploaded(
        tributary,
        new UploadRequest(new ToDataset("users"), name, FileFormat.JSON, null),
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static UploadJob uploaded(Tributary tributary, UploadRequest request, InputStream content)
      throws Exception {
    UploadJob job = tributary.uploads().upload(request, content);
    long seen = 0;
    while (tributary.events().await(seen, Duration.ofSeconds(30))) {
      for (var event : tributary.events().read(seen, 100).events()) {
        seen = event.id();
        if (event.type().equals(EventTypes.UPLOAD_COMPLETED)
            && job.id().equals(event.data().get("job_id"))) {
          return tributary.uploads().job(job.id()).orElseThrow();
        }
      }
    }
    throw new AssertionError("the upload does not end");
  }

  @Test
  void anArrayOfObjectsIsReadIntoItsDataset() throws Exception {
    try (Tributary tributary = Tributary.builder(folder).build()) {
      UploadJob job =
          json(
              tributary,
              "export",
              "[{\"user_id\": \"u1\", \"email\": \"a@b.example\"}, {\"email\": \"no key\"}]");

      assertThat(job.counts()).isEqualTo(new RunCounts(2, 1, 0, 1, 0));
      assertThat(job.fileName()).isEqualTo("export");
    }
  }

  @Test
  void linesOfObjectsAreReadIntoTheirDataset() throws Exception {
    try (Tributary tributary = Tributary.builder(folder).build()) {
      UploadJob job = json(tributary, "u.ndjson", "{\"user_id\": \"u1\"}\n{\"user_id\": \"u2\"}\n");

      assertThat(job.counts()).isEqualTo(new RunCounts(2, 2, 0, 0, 0));
    }
  }

  /** The file holds two users, one of them without a key. */
  @Test
  void columnsWithTypesAreReadIntoTheirDataset() throws Exception {
    try (Tributary tributary = Tributary.builder(folder).build();
        InputStream file = UploadFormatsTest.class.getResourceAsStream("/users.parquet")) {
      UploadJob job =
          uploaded(tributary, UploadRequest.of(new ToDataset("users"), "users.parquet"), file);

      assertThat(job.counts()).isEqualTo(new RunCounts(2, 1, 0, 1, 0));
      assertThat(tributary.quarantine().list(new QuarantineQuery(null, null, 10, null)).items())
          .singleElement()
          .extracting(QuarantinedRow::position)
          .isEqualTo("users.parquet#1");
    }
  }
}
