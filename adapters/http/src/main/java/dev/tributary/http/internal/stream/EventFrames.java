package dev.tributary.http.internal.stream;

import dev.tributary.api.event.Event;
import dev.tributary.http.internal.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes the frames of a server-sent event stream. Not thread-safe. */
final class EventFrames {
  private final OutputStream out;
  private final Json json;

  EventFrames(OutputStream out, Json json) {
    this.out = out;
    this.json = json;
  }

  /** Tells how long to wait before connecting again. */
  void retry(Duration pause) throws IOException {
    line("retry: " + pause.toMillis());
    line("");
  }

  void event(Event event) throws IOException {
    line("id: " + event.id());
    line("event: " + event.type());
    data(EventAnswer.of(event));
  }

  /** Has no id: it is not in the log, and a client must not come back to it. */
  void gap(long afterId) throws IOException {
    line("event: gap");
    data(
        new GapAnswer(
            Long.toString(afterId),
            "events after this one are no longer kept; load the present state instead",
            "/api/v1/ingest/status"));
  }

  /** An id without data moves the place to which the client comes back, and shows nothing. */
  void place(long id) throws IOException {
    line(": still here");
    line("id: " + id);
    line("");
  }

  void flush() throws IOException {
    out.flush();
  }

  private void data(Object value) throws IOException {
    out.write("data: ".getBytes(StandardCharsets.UTF_8));
    out.write(json.write(value));
    line("\n");
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
