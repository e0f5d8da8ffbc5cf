package dev.tributary.embedded.crash;

import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.embedded.Tributary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Evaluates alerts until it is killed or its input ends. It reads lines such as {@code key lamp
 * value}, takes each as an event of the metric {@code lamp}, and says what comes of it. A process
 * of its own.
 */
final class AlertingProcess {
  private AlertingProcess() {}

  public static void main(String[] arguments) throws IOException {
    try (Tributary tributary = Tributary.open(Path.of(arguments[0]))) {
      Alerting alerting = tributary.alerting();
      long seen = tributary.events().lastId();
      alerting.control().evaluateNow();
      alerting
          .alerts()
          .list(AlertQuery.active())
          .forEach(alert ->
              say(
                  "firing",
                  alert.status().alert().labels().get("lamp"),
                  alert.status().activeAt()));
      tributary.start();
      say("ready");
      Thread.ofVirtual().start(() -> follow(tributary.events(), seen));
      BufferedReader commands =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        take(alerting, line.split(" "));
      }
    }
  }

  private static void take(Alerting alerting, String[] command) {
    MetricEvent event =
        new MetricEvent(
            "lamp", Instant.now(), Double.parseDouble(command[2]), Map.of("lamp", command[1]));
    alerting.intake().take("test", List.of(event), command[0]);
    say("taken", command[0]);
  }

  private static void follow(EventLog events, long from) {
    long seen = from;
    try {
      while (true) {
        events.await(seen, Duration.ofMinutes(1));
        for (Event event : events.read(seen, EventLog.MOST_EVENTS).events()) {
          seen = event.id();
          tell(event);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Event event) {
    Map<String, Object> data = event.data();
    if (event.type().equals(AlertEventTypes.TRANSITION)
        && data.get("labels") instanceof Map<?, ?> labels) {
      say(data.get("to"), labels.get("lamp"), data.get("active_at"));
    } else if (event.type().equals(AlertEventTypes.NOTIFICATION)) {
      say(data.get("status"), data.get("id"));
    }
  }

  private static void say(Object... words) {
    System.out.println(String.join(" ", Stream.of(words).map(String::valueOf).toList()));
  }
}
