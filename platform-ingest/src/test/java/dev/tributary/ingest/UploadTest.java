package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.FileFormat;
import dev.tributary.api.ingest.RunCounts;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadRequest;
import dev.tributary.api.ingest.UploadTarget.ToDataset;
import dev.tributary.api.ingest.UploadTarget.ToSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
  private static final ToDataset TO_PEOPLE = new ToDataset("people");

  @TempDir Path folder;

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private long filesKept(String place) throws IOException {
    Path data = folder.resolve("data").resolve(place);
    if (!Files.exists(data)) {
      return 0;
    }
    try (Stream<Path> found = Files.walk(data)) {
      return found.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void anUploadedFileIsReadIntoItsDataset() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      UploadJob job =
          it.ingest.uploads().upload(TO_PEOPLE, "p.csv", content("Id,Name\n1,Ada\nx,Bob\n"));
      assertThat(job.status()).isEqualTo(UploadJob.Status.QUEUED);

      it.awaitEvent(EventTypes.UPLOAD_COMPLETED, job.id());

      UploadJob done = it.ingest.uploads().job(job.id()).orElseThrow();
      assertThat(done.status()).isEqualTo(UploadJob.Status.COMPLETED);
      assertThat(done.progress()).isEqualTo(100);
      assertThat(done.counts()).isEqualTo(new RunCounts(2, 1, 0, 1, 0));
      assertThat(it.ingest.runs().find(done.runId()).orElseThrow().counts())
          .isEqualTo(done.counts());
      assertThat(it.stored()).containsEntry(1L, "Ada");
      assertThat(it.awaitEvent(EventTypes.UPLOAD_ACCEPTED, job.id()).data())
          .containsEntry("file_name", "p.csv")
          .containsEntry("source_type", "csv");
      assertThat(it.awaitEvent(EventTypes.UPLOAD_COMPLETED, job.id()).data())
          .containsEntry("file_name", "p.csv");
      assertThat(it.ingest.dataCenters().find("uploads").orElseThrow().sourceIds())
          .containsExactly("upload-people");
    }
  }

  @Test
  void aBrokenFileFailsItsJobAloneAndIsKeptAside() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      UploadJob broken = it.ingest.uploads().upload(TO_PEOPLE, "b.csv", content("<html>"));
      UploadJob good = it.ingest.uploads().upload(TO_PEOPLE, "g.csv", content("id\n7\n"));

      it.awaitEvent(EventTypes.UPLOAD_FAILED, broken.id());
      it.awaitEvent(EventTypes.UPLOAD_COMPLETED, good.id());
      it.close();

      assertThat(filesKept("uploads-failed")).isEqualTo(1);
      assertThat(filesKept("uploads")).isZero();
    }
  }

  @Test
  void aJobSaysWhyItFailedAndOneEventTellsOfIt() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      UploadJob job = it.ingest.uploads().upload(TO_PEOPLE, "b.csv", content("<html>"));

      it.awaitEvent(EventTypes.UPLOAD_FAILED, job.id());

      assertThat(it.ingest.uploads().job(job.id()).orElseThrow().error()).contains("HTML");
      assertThat(it.events(EventTypes.UPLOAD_FAILED)).hasSize(1);
      assertThat(it.events(EventTypes.UPLOAD_COMPLETED)).isEmpty();
    }
  }

  @Test
  void anUploadMayGoThroughASourceOfFiles() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      it.ingest.uploads().upload(TO_PEOPLE, "a.csv", content("id\n1\n"));

      UploadJob job =
          it.ingest.uploads().upload(new ToSource("upload-people"), "b.csv", content("id\n2\n"));

      it.awaitEvent(EventTypes.UPLOAD_COMPLETED, job.id());
      assertThat(it.stored()).containsOnlyKeys(1L, 2L);
    }
  }

  @Test
  void targetsThatTakeNoFilesAreRefused() {
    try (Collecting it = new Collecting(folder)) {
      assertThatThrownBy(
              () -> it.ingest.uploads().upload(new ToSource("s1"), "a.csv", content("id\n1\n")))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("reads no files of format CSV");
      assertThatThrownBy(
              () -> it.ingest.uploads().upload(new ToDataset("persons"), "a", content("")))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("no dataset 'persons'");
    }
  }

  private static UploadRequest keyed(String key) {
    return new UploadRequest(TO_PEOPLE, "p.csv", FileFormat.CSV, key);
  }

  @Test
  void theSameKeyIsTheSameUpload() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      UploadJob first = it.ingest.uploads().upload(keyed("k1"), content("id\n1\n"));
      UploadJob again = it.ingest.uploads().upload(keyed("k1"), content("id\n2\n"));
      UploadJob other = it.ingest.uploads().upload(keyed("k2"), content("id\n3\n"));

      it.awaitEvent(EventTypes.UPLOAD_COMPLETED, other.id());

      assertThat(again.id()).isEqualTo(first.id());
      assertThat(other.id()).isNotEqualTo(first.id());
      assertThat(it.stored()).containsOnlyKeys(1L, 3L);
    }
  }

  @Test
  void aKeyWhoseUploadBrokeOffCanBeUsedAgain() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the client is gone");
            }
          };
      assertThatThrownBy(() -> it.ingest.uploads().upload(keyed("k1"), broken))
          .isInstanceOf(IOException.class);

      UploadJob job = it.ingest.uploads().upload(keyed("k1"), content("id\n1\n"));

      it.awaitEvent(EventTypes.UPLOAD_COMPLETED, job.id());
      assertThat(it.stored()).containsOnlyKeys(1L);
    }
  }

  @Test
  void anUploadOfAKeyThatIsStillComingInIsNotTakenTwice() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      InputStream nested =
          new InputStream() {
            @Override
            public int read() {
              assertThatThrownBy(() -> it.ingest.uploads().upload(keyed("k1"), content("id\n2\n")))
                  .isInstanceOf(PlatformException.class)
                  .hasMessageContaining("still coming in");
              return -1;
            }
          };

      it.ingest.uploads().upload(keyed("k1"), nested);
    }
  }

  @Test
  void aFormatThatNothingReadsIsRefused() {
    try (Collecting it = new Collecting(folder)) {
      assertThatThrownBy(() -> it.ingest.uploads().upload(TO_PEOPLE, "a.json", content("[]")))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("JSON");
    }
  }

  @Test
  void nothingIsKeptOfAnUploadThatBreaksOff() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      InputStream broken =
          new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
              if (left-- <= 0) {
                throw new IOException("the client is gone");
              }
              return 'x';
            }
          };

      assertThatThrownBy(() -> it.ingest.uploads().upload(TO_PEOPLE, "a.csv", broken))
          .isInstanceOf(IOException.class);
      assertThat(filesKept("uploads")).isZero();
    }
  }

  @Test
  void anUploadThatTheDiskDoesNotTakeIsRefusedWithPlaceAndRemedy() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      Path data = Files.createDirectories(folder.resolve("data"));
      Files.writeString(data.resolve("uploads"), "a file where the folder should be");

      assertThatThrownBy(() -> it.ingest.uploads().upload(TO_PEOPLE, "a.csv", content("Id,Name")))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining(data.toString())
          .hasMessageContaining("free space there or make it writable");
      assertThat(filesKept("uploads")).isOne();
    }
  }
}
