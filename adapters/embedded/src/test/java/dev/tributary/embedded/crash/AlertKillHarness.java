package dev.tributary.embedded.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertState;
import dev.tributary.api.alert.Alerting;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.page.Page;
import dev.tributary.embedded.Tributary;
import dev.tributary.embedded.TributaryConfig;
import dev.tributary.testkit.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process that evaluates alerts while some are firing, at random instants and in the middle
 * of a delivery, and compares what it said before with what the next one finds; in the end, history
 * and arrivals with what the log alone leads to. One lamp is switched on at first and stays on
 * until the last kill. Only processes it started are killed.
 */
final class AlertKillHarness {
  private static final String STEADY = "steady";
  private static final List<String> LAMPS = List.of("a", "b", "c");
  private static final int LONGEST_START_MILLIS = 2_500;
  private static final int LONGEST_PAUSE_MILLIS = 20;
  private static final int DEATHS_PER_EARLY_ONE = 5;

  private final Path config;
  private final SplittableRandom random;
  private final Instant begun = Instant.now();
  private final Map<String, Boolean> wanted = new TreeMap<>();
  private final Map<String, String> firing = new TreeMap<>();
  private final Map<String, String> unanswered = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int commands;
  private int killedWhileFiring;

  AlertKillHarness(Path folder, long seed) {
    this.config = folder.resolve("tributary.yaml");
    this.random = new SplittableRandom(seed);
  }

  Outcome run(int kills) throws Exception {
    try (WebhookReceiver hooks = WebhookReceiver.start();
        var template = AlertKillHarness.class.getResourceAsStream("alert-kills.yaml")) {
      Files.writeString(
          config,
          new String(template.readAllBytes(), UTF_8).replace("${url}", hooks.url().toString()));
      for (int kill = 0; kill < kills; kill++) {
        liveAndDie(hooks);
      }
      putOut();
      return judge(kills, hooks);
    }
  }

  private void liveAndDie(WebhookReceiver hooks) throws IOException, InterruptedException {
    Victim process = Victim.start(AlertingProcess.class, config);
    if (random.nextInt(DEATHS_PER_EARLY_ONE) == 0) {
      process.killAfter(random.nextInt(LONGEST_START_MILLIS));
    } else {
      awaken(process);
      int switched = switchSome(process);
      if (switched > 0 && random.nextBoolean()) {
        dieWhileTelling(process, hooks);
      } else {
        for (int lines = 1 + random.nextInt(Math.max(1, 2 * switched)); lines > 0; lines--) {
          note(process.line());
        }
        process.killAfter(random.nextInt(LONGEST_PAUSE_MILLIS));
      }
    }
    process.lastWords().forEach(this::note);
    killedWhileFiring += firing.isEmpty() ? 0 : 1;
  }

  /** The receiver has the notification, and the sender dies before it knows. */
  private static void dieWhileTelling(Victim process, WebhookReceiver hooks)
      throws InterruptedException {
    CountDownLatch dead = new CountDownLatch(1);
    hooks.react(arrival -> {
      process.kill();
      dead.countDown();
      return 200;
    });
    dead.await();
    hooks.react(arrival -> 200);
  }

  /** What was firing when the last process died has to fire still, since the same instant. */
  private void awaken(Victim process) throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String line = process.line(); !line.equals("ready"); line = process.line()) {
      String[] words = line.split(" ");
      found.put(words[1], words[2]);
    }
    firing.forEach((lamp, since) -> {
      String now = found.get(lamp);
      boolean goesOut = now == null && !wanted.get(lamp);
      if (!goesOut && !since.equals(now)) {
        faults.add(lamp + " fired since " + since + ", after a kill since " + now);
      }
    });
    found.keySet().stream()
        .filter(lamp -> !firing.containsKey(lamp) && !wanted.getOrDefault(lamp, false))
        .forEach(lamp -> faults.add(lamp + " fires after a kill, and nobody had switched it on"));
    firing.clear();
    firing.putAll(found);
  }

  private int switchSome(Victim process) throws IOException {
    for (String command : unanswered.values()) {
      process.tell(command);
    }
    List<String> settled = new ArrayList<>(LAMPS);
    settled.removeIf(lamp -> wanted.getOrDefault(lamp, false) != firing.containsKey(lamp));
    int switched = 0;
    if (!wanted.containsKey(STEADY)) {
      turn(process, STEADY, true);
      switched++;
    }
    for (int more = 1 + random.nextInt(2); more > 0 && !settled.isEmpty(); more--) {
      String lamp = settled.remove(random.nextInt(settled.size()));
      turn(process, lamp, !firing.containsKey(lamp));
      switched++;
    }
    return switched;
  }

  private void turn(Victim process, String lamp, boolean on) throws IOException {
    wanted.put(lamp, on);
    String key = "command-" + ++commands;
    String command = key + " " + lamp + " " + (on ? 1 : 0);
    unanswered.put(key, command);
    process.tell(command);
  }

  private void note(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "firing" -> firing.put(words[1], words[2]);
      case "resolved" -> firing.remove(words[1]);
      case "taken" -> unanswered.remove(words[1]);
      case "dead" -> faults.add("notification " + words[1] + " was given up");
      default -> {}
    }
  }

  /** A last process that is not killed sees every lamp go out. */
  private void putOut() throws IOException, InterruptedException {
    Victim process = Victim.start(AlertingProcess.class, config);
    awaken(process);
    for (String command : unanswered.values()) {
      process.tell(command);
    }
    while (wanted.entrySet().stream()
        .anyMatch(lamp -> lamp.getValue() != firing.containsKey(lamp.getKey()))) {
      note(process.line());
    }
    for (String lamp : List.copyOf(firing.keySet())) {
      turn(process, lamp, false);
    }
    while (!firing.isEmpty()) {
      note(process.line());
    }
    process.dismiss();
  }

  private Outcome judge(int kills, WebhookReceiver hooks) {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    try (Tributary tributary =
        Tributary.builder(TributaryConfig.read(config)).clock(later).build()) {
      Alerting alerting = tributary.alerting();
      while (alerting.notifications().deliverNow() > 0) {
        // until nobody waits
      }
      List<Transition> history = history(alerting);
      List<Transition> expected =
          alerting
              .rules()
              .backtest(alerting.rules().find("lamp").orElseThrow().rule(), begun, later.instant())
              .transitions();
      if (!history.equals(expected)) {
        faults.add("the history is " + history + ", the log alone leads to " + expected);
      }
      compareSteady(history);
      compareArrivals(alerting, history, hooks);
      return new Outcome(
          kills,
          killedWhileFiring,
          history.size(),
          hooks.effects().size(),
          hooks.arrivals().size() - hooks.effects().size(),
          faults);
    }
  }

  private static List<Transition> history(Alerting alerting) {
    List<Transition> transitions = new ArrayList<>();
    @Nullable String token = null;
    do {
      Page<AlertEvent> page =
          alerting
              .alerts()
              .history(
                  new HistoryQuery(null, null, HistoryQuery.Scope.ALL, Page.MOST_ITEMS, token));
      page.items().forEach(event -> transitions.addFirst(event.transition()));
      token = page.nextToken();
    } while (token != null);
    return transitions;
  }

  private void compareSteady(List<Transition> history) {
    List<AlertState> states =
        history.stream()
            .filter(transition -> transition.alert().labels().containsValue(STEADY))
            .map(Transition::to)
            .toList();
    if (!states.equals(List.of(AlertState.FIRING, AlertState.RESOLVED))) {
      faults.add("the lamp that stayed on went through " + states);
    }
  }

  /** Each notification arrived, under one id, and each transition is in exactly one of them. */
  private void compareArrivals(Alerting alerting, List<Transition> history, WebhookReceiver hooks) {
    Map<String, Integer> told = new TreeMap<>();
    Map<String, WebhookReceiver.Arrival> arrived = hooks.effects();
    for (Delivery delivery : alerting.notifications().list(null, Page.MOST_ITEMS)) {
      if (arrived.remove(delivery.notification().id()) == null) {
        faults.add("never arrived: " + delivery);
      }
      delivery
          .notification()
          .items()
          .forEach(item ->
              told.merge(item.alert().labels() + " " + item.state() + item.at(), 1, Integer::sum));
    }
    arrived.keySet().forEach(id -> faults.add("a notification that nobody sent: " + id));
    for (Transition transition : history) {
      Integer times =
          told.remove(transition.alert().labels() + " " + transition.to() + transition.at());
      if (times == null || times != 1) {
        faults.add(transition + " was told " + times + " times: " + why(alerting, transition));
      }
    }
    told.keySet().forEach(item -> faults.add("told, but it never happened: " + item));
  }

  private static List<NoticeTrace> why(Alerting alerting, Transition transition) {
    return alerting.alerts().explain(transition.alert().fingerprint(), Page.MOST_ITEMS);
  }

  /**
   * What the kills did.
   *
   * @param kills how many processes were killed
   * @param whileFiring how many of them while an alert was firing
   * @param transitions how often an alert went on or off
   * @param notifications how many arrived, each counted once
   * @param repeated how many arrived again, under the same id
   * @param faults everything lost, doubled, or firing since another instant
   */
  record Outcome(
      int kills,
      int whileFiring,
      int transitions,
      int notifications,
      int repeated,
      List<String> faults) {}
}
