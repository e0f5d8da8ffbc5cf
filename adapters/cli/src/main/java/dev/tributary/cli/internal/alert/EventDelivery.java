package dev.tributary.cli.internal.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.alert.EventIntake;
import dev.tributary.api.alert.IntakeReceipt;
import dev.tributary.api.alert.MetricEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Hands events to a platform. */
public final class EventDelivery {
  private static final String LINES = "application/x-ndjson";

  private EventDelivery() {}

  /**
   * What became of events.
   *
   * @param taken how many were taken
   * @param refused how many were not
   * @param refusal why the first of these was not, empty without one
   */
  public record Totals(long taken, long refused, String refusal) {
    private static final Totals NONE = new Totals(0, 0, "");

    private Totals plus(long more, long less, String why) {
      return new Totals(taken + more, refused + less, refusal.isEmpty() ? why : refusal);
    }
  }

  /**
   * Hands them to a platform in this process.
   *
   * @param intake takes them
   * @param events the events
   * @param history whether they are of the past, to try rules on
   * @return what became of them
   */
  public static Totals to(EventIntake intake, Iterable<MetricEvent> events, boolean history) {
    Totals totals = Totals.NONE;
    for (List<MetricEvent> part : new Parts(events)) {
      IntakeReceipt receipt =
          history ? intake.takeHistory("command", part, null) : intake.take("command", part, null);
      String why = receipt.refusals().isEmpty() ? "" : receipt.refusals().getFirst().message();
      totals = totals.plus(receipt.taken(), receipt.refusals().size(), why);
    }
    return totals;
  }

  /**
   * Hands them to a server.
   *
   * @param server its address, such as {@code http://127.0.0.1:8080}
   * @param events the events
   * @param history whether they are of the past, to try rules on
   * @return what became of them
   * @throws IOException if it cannot be reached, or answers with an error
   * @throws InterruptedException if the thread is interrupted
   */
  public static Totals over(URI server, Iterable<MetricEvent> events, boolean history)
      throws IOException, InterruptedException {
    Totals totals = Totals.NONE;
    URI address = server.resolve("/api/v1/events/stream" + (history ? "?as=history" : ""));
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (List<MetricEvent> part : new Parts(events)) {
        String body = part.stream().map(EventLine::of).collect(Collectors.joining("\n", "", "\n"));
        HttpRequest request =
            HttpRequest.newBuilder(address)
                .header("Content-Type", LINES)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        totals = results(client.send(request, HttpResponse.BodyHandlers.ofInputStream()), totals);
      }
    }
    return totals;
  }

  private static Totals results(HttpResponse<InputStream> answer, Totals before)
      throws IOException {
    Totals totals = before;
    try (InputStream body = answer.body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      if (answer.statusCode() != 200) {
        throw new IOException(
            answer.uri() + " answered " + answer.statusCode() + ": " + lines.readLine());
      }
      ObjectMapper mapper = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode result = mapper.readTree(line);
        boolean taken = result.path("taken").asBoolean();
        totals = totals.plus(taken ? 1 : 0, taken ? 0 : 1, result.path("message").asText());
      }
    }
    return totals;
  }

  /** As many events as are taken at once. */
  private record Parts(Iterable<MetricEvent> events) implements Iterable<List<MetricEvent>> {
    @Override
    public Iterator<List<MetricEvent>> iterator() {
      Iterator<MetricEvent> rest = events.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return rest.hasNext();
        }

        @Override
        public List<MetricEvent> next() {
          List<MetricEvent> part = new ArrayList<>();
          part.add(rest.next());
          while (rest.hasNext() && part.size() < EventIntake.MOST_EVENTS) {
            part.add(rest.next());
          }
          return part;
        }
      };
    }
  }
}
