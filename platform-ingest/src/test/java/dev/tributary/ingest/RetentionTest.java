package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.Run;
import dev.tributary.api.ingest.RunQuery;
import dev.tributary.api.ingest.UploadJob;
import dev.tributary.api.ingest.UploadTarget.ToDataset;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Duration AGE = Duration.ofDays(30);

  @TempDir Path folder;

  private static List<String> runs(Collecting it) {
    return it.ingest.runs().list(new RunQuery("s1", null, 100, null)).items().stream()
        .map(Run::id)
        .toList();
  }

  private static UploadJob upload(Collecting it, String content, String event) throws Exception {
    UploadJob job =
        it.ingest
            .uploads()
            .upload(
                new ToDataset("people"),
                "p.csv",
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    it.awaitEvent(event, job.id());
    return job;
  }

  @Test
  void oldRunsGoButTheNewestOfASourceStays() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.person(2, "Bob", "1");
      String newest = it.collect().id();
      it.clock.advance(AGE);

      assertThat(it.ingest.clean()).isEqualTo(1);

      assertThat(runs(it)).containsExactly(newest);
      assertThat(it.ingest.clean()).isZero();
    }
  }

  @Test
  void whatIsYoungerStays() {
    try (Collecting it = new Collecting(folder)) {
      it.person(1, "Ada", "1");
      it.collect();
      it.clock.advance(AGE);
      it.person(2, "Bob", "1");
      it.collect();
      it.person(3, "Cy", "1");
      it.collect();

      it.ingest.clean();

      assertThat(runs(it)).hasSize(2);
    }
  }

  @Test
  void rowsThatWaitInQuarantineStayAndSettledOnesGo() {
    try (Collecting it = new Collecting(folder)) {
      long number = it.person(1, "Ada", "much");
      it.person("x", "Bob", "1");
      it.collect();
      it.source.remove(number);
      it.person(1, "Ada", "2");
      it.collect();
      it.clock.advance(AGE);

      it.ingest.clean();

      List<String> outcomes = new ArrayList<>();
      it.query("SELECT outcome FROM quarantine", row -> outcomes.add(row.getString(1)));
      assertThat(outcomes).containsExactly((String) null);
    }
  }

  @Test
  void endedUploadsGoWithTheirFiles() throws Exception {
    try (Collecting it = new Collecting(folder)) {
      UploadJob broken = upload(it, "<html>", EventTypes.UPLOAD_FAILED);
      UploadJob good = upload(it, "id\n7\n", EventTypes.UPLOAD_COMPLETED);
      it.ingest.close();
      it.clock.advance(AGE.plusSeconds(1));

      it.ingest.clean();

      assertThat(it.ingest.uploads().job(broken.id())).isEmpty();
      assertThat(it.ingest.uploads().job(good.id())).isEmpty();
      assertThat(folder.resolve("data/uploads-failed/upload-people")).isEmptyDirectory();
    }
  }
}
