package dev.tributary.helidon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events as a browser does. */
final class EventReader implements AutoCloseable {
  /** One event. */
  record Sent(String id, String event, String data) {}

  private final BufferedReader lines;
  String lastId = "";
  int heartbeats;

  EventReader(InputStream body) {
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  static EventReader open(ServerFixture fixture, String target, String lastEventId)
      throws IOException, InterruptedException {
    var request = fixture.request(target);
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return new EventReader(
        fixture.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body());
  }

  List<Sent> next(int count) throws IOException {
    List<Sent> events = new ArrayList<>();
    while (events.size() < count) {
      Sent one = next();
      if (one == null) {
        return events;
      }
      events.add(one);
    }
    return events;
  }

  /** The next event, null at the end of the stream. */
  Sent next() throws IOException {
    String id = null;
    String event = "message";
    StringBuilder data = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        lastId = id == null ? lastId : id;
        if (data != null) {
          return new Sent(id, event, data.toString());
        }
        id = null;
        event = "message";
      } else if (line.startsWith(":")) {
        heartbeats++;
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = new StringBuilder(line.substring(6));
      }
    }
    return null;
  }

  /** Reads until the stream has shown so many times that it is alive. */
  void awaitHeartbeats(int count) throws IOException {
    while (heartbeats < count) {
      String line = lines.readLine();
      if (line == null) {
        throw new IOException("the stream ended");
      }
      heartbeats += line.startsWith(":") ? 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
