package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertEventTypes;
import dev.tributary.cli.internal.serve.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertCommandsTest {
  private static final String RULES =
      """
      rules:
        - id: failed-logins
          metric: failed_logins
          per: [data_center]
          window: {sliding: 5m}
          condition: {above: 50}
          for: 2m
        - {id: never, metric: other, condition: {above: 1}}
      """;

  @TempDir Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    rules = Files.writeString(folder.resolve("rules.yaml"), RULES);
  }

  /** A burst of two hours; what is given besides replaces an option of that name. */
  private static CommandLineRun generate(String... more) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("--scenario", "burst");
    options.put("--metric", "failed_logins");
    options.put("--label", "data_center=fra");
    options.put("--rate", "0.05");
    options.put("--from", "2026-01-01T00:00:00Z");
    options.put("--until", "2026-01-01T02:00:00Z");
    for (int index = 0; index < more.length; index += 2) {
      options.put(more[index], more[index + 1]);
    }
    List<String> words = new ArrayList<>(List.of("events", "generate"));
    options.forEach((name, value) -> words.addAll(List.of(name, value)));
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    CommandLineRun events = generate();

    assertThat(events.exitCode()).isZero();
    assertThat(events.out())
        .isEqualTo(generate().out())
        .isNotEqualTo(generate("--seed", "1").out());
    assertThat(events.out().lines())
        .hasSizeBetween(400, 1000)
        .allSatisfy(line ->
            assertThat(line)
                .startsWith("{\"metric\":\"failed_logins\",\"at\":\"2026-01-01T0")
                .endsWith("\"value\":1.0,\"labels\":{\"data_center\":\"fra\"}}"));
  }

  @Test
  void aBurstFiresAndResolvesOnJsonAndCsvAlike() throws IOException {
    String lines = generate().out();
    Path json = Files.writeString(folder.resolve("events.ndjson"), lines);
    Path csv =
        Files.writeString(
            folder.resolve("events.csv"),
            "timestamp,metric,value,data_center\n"
                + lines.replaceAll(
                    "\\{\"metric\":\"(.*)\",\"at\":\"(.*)\",\"value\":(.*),\"labels.*",
                    "$2,$1,$3,fra"));

    CommandLineRun ofJson = backtest(json, "--rule", "failed-logins", "--json");

    assertThat(ofJson.exitCode()).as(ofJson.err()).isZero();
    assertThat(ofJson.out().lines())
        .hasSize(3)
        .anySatisfy(line ->
            assertThat(line)
                .contains("\"to\":\"firing\"")
                .contains("\"active_at\":\"2026-01-01T00:5"))
        .anySatisfy(line -> assertThat(line).contains("\"to\":\"resolved\""));
    assertThat(backtest(csv, "--rule", "failed-logins", "--json").out()).isEqualTo(ofJson.out());
    assertThat(backtest(json).out()).contains("never: 0 transitions").contains("because");
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsTried() throws IOException {
    Path events =
        Files.writeString(
            folder.resolve("events.ndjson"), generate().out() + "nonsense\n{\"metric\": \"m\"}\n");

    CommandLineRun run = backtest(events);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("firing");
    assertThat(run.err()).contains("is no JSON object").contains("line ");
  }

  @Test
  void aRuleIsTriedOnTheLogOfAStoreWithoutBeingSet() throws IOException {
    Path config = Files.writeString(folder.resolve("tributary.yaml"), "data_dir: data\n");
    CommandLineRun taken =
        CommandLineRun.of(
            "events",
            "generate",
            "--scenario",
            "steady",
            "--metric",
            "failed_logins",
            "--rate",
            "1",
            "--label",
            "data_center=fra",
            "--config",
            config.toString());
    assertThat(taken.exitCode()).as(taken.out() + taken.err()).isEqualTo(4);
    assertThat(taken.out()).contains("events taken");
    assertThat(taken.err()).contains("PT5M ahead of");

    Instant now = Instant.now();
    CommandLineRun trial =
        trial(config, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
    assertThat(trial.exitCode()).as(trial.err()).isZero();
    assertThat(trial.out()).contains("\"to\":\"firing\"").contains("\"to\":\"resolved\"");

    CommandLineRun stored = CommandLineRun.of("alerts", "backtest", "--config", config.toString());
    assertThat(stored.out()).contains("source-stale").doesNotContain("failed-logins");
  }

  @Test
  void aRuleIsTriedOnHistoryOfLastYear() throws IOException {
    Path config = Files.writeString(folder.resolve("tributary.yaml"), "data_dir: data\n");
    List<String> words =
        List.of(
            ("events generate --history --scenario burst --metric failed_logins --rate 0.05"
                    + " --label data_center=fra --from 2025-01-01T00:00:00Z"
                    + " --until 2025-01-01T02:00:00Z --config "
                    + config)
                .split(" "));
    CommandLineRun taken = CommandLineRun.of(words.toArray(String[]::new));
    assertThat(taken.exitCode()).as(taken.out() + taken.err()).isZero();

    CommandLineRun trial =
        trial(config, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-01-01T03:00:00Z"));

    assertThat(trial.exitCode()).as(trial.err()).isZero();
    assertThat(trial.out().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("\"at\":\"2025-01-01T0"));
  }

  @Test
  void madeUpEventsAreHandedToARunningServerAndMeasured() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("tributary.yaml"),
            "data_dir: data\nserver: {port: 0}\nalerts:\n  rules:\n"
                + "    - {id: any, metric: failed_logins, condition: {above: 1}, lateness: 1s}\n");
    try (RunningServer server = RunningServer.start(config, "1")) {
      assertThat(measured(server, "events_total{outcome=\"taken\"}")).isZero();
      Instant now = Instant.now();
      CommandLineRun run =
          generate(
              "--server",
              server.url(),
              "--rate",
              "1",
              "--from",
              now.toString(),
              "--until",
              now.plusSeconds(60).toString());

      assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).containsPattern("[0-9]+ events taken, 0 refused");
      assertThat(server.platform().events().read(0, 1000).events())
          .anySatisfy(event -> assertThat(event.type()).isEqualTo(AlertEventTypes.METRICS));
      server.platform().alerting().control().evaluateNow();
      assertThat(measured(server, "events_total{outcome=\"taken\"}")).isPositive();
      assertThat(measured(server, "entries_total")).isPositive();
      assertThat(measured(server, "evaluation_seconds_count")).isPositive();
      assertThat(measured(server, "series")).isPositive();
      assertThat(measured(server, "firing{severity=\"warning\"}")).isOne();
      assertThat(measured(server, "windows_degraded")).isZero();
    }
  }

  /** What a server's metrics say of alerts under a name. */
  private static double measured(RunningServer server, String name)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/metrics")).build();
      return client
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith("tributary_alerts_" + name + " "))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .findFirst()
          .orElseThrow(() -> new AssertionError("nothing is measured as " + name));
    }
  }

  @Test
  void wrongCommandLinesSayWhatIsMissing() {
    assertThat(CommandLineRun.of("alerts", "backtest", "--rules", rules.toString()).err())
        .contains("--events FILE or --config FILE");
    assertThat(backtest(folder.resolve("none.ndjson"), "--rule", "failed-login").err())
        .contains("did you mean 'failed-logins'?");
    assertThat(generate("--scenario", "busrt").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("alerts"))
        .satisfies(run -> {
          assertThat(run.exitCode()).isEqualTo(2);
          assertThat(run.err()).contains("Missing required subcommand", "backtest");
        });
  }

  /** Tries the rule of failed logins on the log of a store. */
  private CommandLineRun trial(Path config, Instant from, Instant until) {
    return CommandLineRun.of(
        "alerts",
        "backtest",
        "--config",
        config.toString(),
        "--rules",
        rules.toString(),
        "--rule",
        "failed-logins",
        "--from",
        from.toString(),
        "--until",
        until.toString(),
        "--json");
  }

  private CommandLineRun backtest(Path events, String... more) {
    String[] usual = {
      "alerts", "backtest", "--rules", rules.toString(), "--events", events.toString()
    };
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return CommandLineRun.of(all);
  }
}
