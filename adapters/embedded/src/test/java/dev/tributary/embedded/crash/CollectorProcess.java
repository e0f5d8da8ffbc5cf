package dev.tributary.embedded.crash;

import dev.tributary.api.event.Event;
import dev.tributary.api.event.EventLog;
import dev.tributary.api.event.EventTypes;
import dev.tributary.embedded.Tributary;
import java.nio.file.Path;
import java.time.Duration;

/** Collects until it is killed, and says on its output what it has stored. A process of its own. */
final class CollectorProcess {
  private CollectorProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (Tributary tributary = Tributary.open(Path.of(arguments[0]))) {
      EventLog events = tributary.events();
      long seen = events.lastId();
      tributary.start();
      while (true) {
        events.await(seen, Duration.ofMinutes(1));
        for (Event event : events.read(seen, EventLog.MOST_EVENTS).events()) {
          seen = event.id();
          if (event.type().equals(EventTypes.BATCH_STORED)) {
            System.out.println(event.subject());
          }
        }
      }
    }
  }
}
