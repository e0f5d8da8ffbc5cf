package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GracefulShutdownTest {

  @Test
  void requestsInFlightFinishBeforeTheServerIsGone() throws Exception {
    try (ServerFixture fixture = new ServerFixture();
        ExecutorService closer = Executors.newVirtualThreadPerTaskExecutor();
        Socket upload =
            fixture.raw(
                "POST /api/v1/ingest/upload?dataset=users&filename=a.csv HTTP/1.1\r\nHost: x\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 10\r\nConnection: close\r\n\r\n")) {
      byte[] toldToGoOn = new byte["HTTP/1.1 100 Continue\r\n\r\n".length()];
      upload.getInputStream().readNBytes(toldToGoOn, 0, toldToGoOn.length);
      upload.getOutputStream().write("12345".getBytes(StandardCharsets.UTF_8));

      CompletableFuture<Void> closed = CompletableFuture.runAsync(fixture.server::close, closer);
      awaitRefusal(fixture);
      upload.getOutputStream().write("67890".getBytes(StandardCharsets.UTF_8));

      assertThat(new String(upload.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 202")
          .contains("job-1");
      closed.get();
    }
  }

  @Test
  void aClientThatReadsNothingDoesNotHoldUpTheEnd() throws Exception {
    try (ServerFixture fixture = new ServerFixture(Duration.ofMillis(200));
        Socket stuck =
            fixture.raw("GET /api/v1/ingest/stream?last_event_id=0 HTTP/1.1\r\nHost: x\r\n\r\n")) {
      stuck.getInputStream().read();
      for (int i = 0; i < 3_000; i++) {
        fixture.platform.events.append(
            "batch.stored", "fra-core", Map.of("padding", "x".repeat(10_000)));
      }

      fixture.server.close();

      awaitNoStream(fixture);
    }
  }

  /** The stream's own thread ends a moment after the server; the test's time limit is the limit. */
  private static void awaitNoStream(ServerFixture fixture) {
    while (fixture.registry.get("tributary.http.streams.open").gauge().value() > 0) {
      Thread.onSpinWait();
    }
  }

  /** Knocks until the server takes no new connection; the test's time limit is the limit. */
  private static void awaitRefusal(ServerFixture fixture) {
    while (true) {
      try (Socket knock = fixture.raw("")) {
        Thread.onSpinWait();
      } catch (java.io.IOException refused) {
        return;
      }
    }
  }
}
