package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.http.fake.FakeUploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LargeUploadTest {
  private static final long MORE_THAN_THE_HEAP = 1_000_000_000L;
  private static final long LARGE = 150_000_000L;
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n";

  private final ServerFixture fixture = new ServerFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aFileLargerThanTheHeapPassesThrough() throws Exception {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(MORE_THAN_THE_HEAP);

    HttpResponse<String> response = raw(MORE_THAN_THE_HEAP);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(arrived("job-1").bytes()).isEqualTo(MORE_THAN_THE_HEAP);
  }

  @Test
  void aLargeFormArrivesByteForByte() throws Exception {
    HttpResponse<String> response = form(LARGE);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    assertThat(arrived("job-1").bytes()).isEqualTo(LARGE);
    assertThat(arrived("job-1").checksum()).isEqualTo(checksum(LARGE));
    assertThat(arrived("job-1").fileName()).isEqualTo("big.csv");
  }

  @Test
  void uploadsRunSideBySide() throws Exception {
    long size = 5_000_000;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> uploads = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        uploads.add(clients.submit(() -> form(size)));
      }
      for (Future<HttpResponse<String>> upload : uploads) {
        assertThat(upload.get().statusCode()).isEqualTo(202);
      }
    }

    assertThat(fixture.platform.uploads.arrived.values())
        .hasSize(20)
        .extracting(FakeUploads.Arrived::checksum)
        .containsOnly(checksum(size));
  }

  private HttpResponse<String> raw(long size) throws IOException, InterruptedException {
    return fixture.send(
        fixture
            .request("/api/v1/ingest/upload?dataset=users&filename=big.csv")
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Digits(size))));
  }

  private HttpResponse<String> form(long size) throws IOException, InterruptedException {
    return fixture.send(
        fixture
            .request("/api/v1/ingest/upload?dataset=users")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(() ->
                    new SequenceInputStream(
                        Collections.enumeration(
                            List.of(text(HEAD), new Digits(size), text("\r\n--b--\r\n")))))));
  }

  private static InputStream text(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private FakeUploads.Arrived arrived(String job) {
    return fixture.platform.uploads.arrived.get(job);
  }

  private static long checksum(long size) throws IOException {
    CRC32 checksum = new CRC32();
    byte[] chunk = new byte[1 << 16];
    InputStream in = new Digits(size);
    for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
      checksum.update(chunk, 0, got);
    }
    return checksum.getValue();
  }

  /** Digits without end, up to a size. */
  private static final class Digits extends InputStream {
    private long left;

    Digits(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? '0' + (int) (left % 10) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) {
        target[offset + i] = (byte) ('0' + (int) ((left - i) % 10));
      }
      left -= count;
      return count;
    }
  }
}
