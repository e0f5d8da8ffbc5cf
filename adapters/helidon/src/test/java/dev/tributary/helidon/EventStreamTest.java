package dev.tributary.helidon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.http.HttpConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamTest {
  private static final String STREAM = "/api/v1/ingest/stream";
  private static final String ALERTS = "/api/v1/alerts/stream";
  private static final String PADDING = "x".repeat(1000);

  private final ServerFixture fixture = new ServerFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void eventsArriveInOrderWithIdTypeAndData() throws Exception {
    append(3);

    try (EventReader reader = EventReader.open(fixture, STREAM + "?last_event_id=0", null)) {
      List<EventReader.Sent> events = reader.next(3);

      assertThat(events).extracting(EventReader.Sent::id).containsExactly("1", "2", "3");
      assertThat(events.get(0).event()).isEqualTo("run.started");
      assertThat(events.get(0).data())
          .contains("\"id\":\"1\"", "\"subject\":\"fra-core\"", "\"run_id\":\"r1\"");
    }
  }

  @Test
  void aClientThatComesBackMissesNothing() throws Exception {
    append(5);

    try (EventReader reader = EventReader.open(fixture, STREAM, "3")) {
      assertThat(reader.next(2)).extracting(EventReader.Sent::id).containsExactly("4", "5");
    }
  }

  @Test
  void aNewClientSeesWhatComesNext() throws Exception {
    append(2);

    try (EventReader reader = EventReader.open(fixture, STREAM, null)) {
      reader.awaitHeartbeats(1);
      append(1);

      assertThat(reader.next().id()).isEqualTo("3");
    }
  }

  @Test
  void aGapIsToldWithoutAnIdAndTheStreamGoesOn() throws Exception {
    append(10);
    fixture.platform.events.forget(6);

    try (EventReader reader = EventReader.open(fixture, STREAM, "2")) {
      List<EventReader.Sent> events = reader.next(5);

      assertThat(events.get(0).event()).isEqualTo("gap");
      assertThat(events.get(0).id()).isNull();
      assertThat(events.get(0).data()).contains("\"after_id\":\"2\"");
      assertThat(events.subList(1, 5))
          .extracting(EventReader.Sent::id)
          .containsExactly("7", "8", "9", "10");
    }
  }

  @Test
  void aPlaceBeyondTheEndOfTheLogIsAGap() throws Exception {
    append(1);

    try (EventReader reader = EventReader.open(fixture, STREAM, "99")) {
      assertThat(reader.next().event()).isEqualTo("gap");
      append(1);
      assertThat(reader.next().id()).isEqualTo("2");
    }
  }

  @Test
  void filteredStreamsMoveTheirPlaceAlongWithoutShowingAnything() throws Exception {
    try (EventReader reader = EventReader.open(fixture, STREAM + "?type=run.finished", "0")) {
      append(4);
      reader.awaitHeartbeats(3);
      fixture.platform.events.append("run.finished", "fra-core", Map.of());

      EventReader.Sent event = reader.next();

      assertThat(event.event()).isEqualTo("run.finished");
      assertThat(event.id()).isEqualTo("5");
    }
  }

  @Test
  void whatHappensToAlertsIsAStreamOfItsOwn() throws Exception {
    append(1);
    alert("alert.transition", "failed-logins", Map.of("to", "firing"));
    alert("metric.events", "api", Map.of());
    alert("alert.transition", "slow-payments", Map.of("to", "firing"));
    alert("alert.silence_changed", "s1", Map.of());

    try (EventReader all = EventReader.open(fixture, ALERTS, "0");
        EventReader one =
            EventReader.open(fixture, ALERTS + "?rule=failed-logins&last_event_id=0", null)) {
      assertThat(all.next(3)).extracting(EventReader.Sent::id).containsExactly("2", "4", "5");
      assertThat(one.next().data()).contains("\"subject\":\"failed-logins\"", "firing");

      alert("alert.acknowledged", "slow-payments", Map.of("by", "ann"));
      alert("alert.transition", "failed-logins", Map.of("to", "resolved"));
      assertThat(all.next(2)).extracting(EventReader.Sent::id).containsExactly("6", "7");
      assertThat(one.next().data()).contains("resolved");
    }
  }

  private void alert(String type, String subject, Map<String, Object> data) {
    fixture.platform.events.append(type, subject, data);
  }

  @Test
  void badPlacesAreRefused() throws Exception {
    HttpResponse<String> header =
        fixture.send(fixture.request(STREAM).header("Last-Event-ID", "abc"));
    HttpResponse<String> parameter = fixture.get(STREAM + "?last_event_id=-1");

    assertThat(header.statusCode()).isEqualTo(400);
    assertThat(parameter.statusCode()).isEqualTo(400);
  }

  @Test
  void aClientThatVanishesIsNoticedAndItsThreadFreed() throws Exception {
    Socket socket = fixture.raw("GET " + STREAM + " HTTP/1.1\r\nHost: x\r\n\r\n");
    socket.getInputStream().read();
    awaitStreams(1);

    socket.setSoLinger(true, 0);
    socket.close();

    awaitStreams(0);
  }

  @Test
  void aStreamThatBreaksOffDoesNotPassForAWholeOne() throws Exception {
    fixture.platform.events.append("batch.stored", "fra-core", Map.of());
    fixture.platform.events.append("batch.stored", "fra-core", Map.of("value", new Unreadable()));

    String received;
    try (Socket socket =
        fixture.raw("GET " + STREAM + "?last_event_id=0 HTTP/1.1\r\nHost: x\r\n\r\n")) {
      received = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(received).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
  }

  /** A value that no JSON can be made of. */
  public static final class Unreadable {
    public String getValue() {
      throw new IllegalStateException("unreadable on purpose");
    }
  }

  @Test
  void aSlowClientGetsEverythingAndDelaysNobody() throws Exception {
    List<String> all = IntStream.rangeClosed(1, 20_000).mapToObj(Integer::toString).toList();
    try (EventReader slow = EventReader.open(fixture, STREAM, "0")) {
      for (int i = 0; i < all.size(); i++) {
        fixture.platform.events.append("batch.stored", "fra-core", Map.of("padding", PADDING));
      }

      try (EventReader quick = EventReader.open(fixture, STREAM, "0")) {
        assertThat(quick.next(all.size())).extracting(EventReader.Sent::id).isEqualTo(all);
      }

      assertThat(slow.next(all.size()))
          .allSatisfy(event -> assertThat(event.data()).contains(PADDING))
          .extracting(EventReader.Sent::id)
          .isEqualTo(all);
    }
  }

  @Test
  void aClientThatTakesNothingIsCutOffInTheEnd() throws Exception {
    HttpConfig impatient = HttpConfig.builder().stallLimit(Duration.ofMillis(300)).build();
    try (ServerFixture other = new ServerFixture(impatient);
        Socket stuck =
            other.raw("GET " + STREAM + "?last_event_id=0 HTTP/1.1\r\nHost: x\r\n\r\n")) {
      stuck.getInputStream().read();
      for (int i = 0; i < 20_000; i++) {
        other.platform.events.append("batch.stored", "x", Map.of("padding", PADDING));
      }

      awaitStreams(other, 0);
    }
  }

  @Test
  void aHundredStreamsRunSideBySide() throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<EventReader.Sent>>> readings = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        readings.add(
            clients.submit(() -> {
              try (EventReader reader = EventReader.open(fixture, STREAM, "0")) {
                return reader.next(50);
              }
            }));
      }
      awaitStreams(100);
      append(50);

      for (Future<List<EventReader.Sent>> reading : readings) {
        assertThat(reading.get()).hasSize(50);
      }
    }
    awaitStreams(0);
  }

  @Test
  void moreStreamsThanAllowedAreTurnedAway() throws Exception {
    try (ServerFixture small =
        new ServerFixture(
            HttpConfig.builder().mostStreams(1).heartbeat(Duration.ofMillis(50)).build())) {
      try (EventReader first = EventReader.open(small, STREAM, null)) {
        first.awaitHeartbeats(1);

        HttpResponse<String> second = small.get(STREAM);

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).isPresent();
        assertThat(second.body()).contains("TOO_MANY_STREAMS");
      }
    }
  }

  @Test
  void closingTheServerEndsStreamsInOrder() throws Exception {
    try (EventReader reader = EventReader.open(fixture, STREAM, null)) {
      reader.awaitHeartbeats(1);

      fixture.server.close();

      assertThat(reader.next()).isNull();
    }
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      fixture.platform.events.append("run.started", "fra-core", Map.of("run_id", "r1"));
    }
  }

  private void awaitStreams(int count) throws IOException, InterruptedException {
    awaitStreams(fixture, count);
  }

  /** Asks the server's own gauge; the test's time limit is the limit. */
  private static void awaitStreams(ServerFixture server, int count)
      throws IOException, InterruptedException {
    while (!server.get("/metrics").body().contains("tributary_http_streams_open " + count + ".0")) {
      Thread.onSpinWait();
    }
  }
}
