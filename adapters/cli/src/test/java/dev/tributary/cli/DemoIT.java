package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.AlertBoard;
import dev.tributary.api.alert.AlertEvent;
import dev.tributary.api.alert.AlertingStatus;
import dev.tributary.api.alert.HistoryQuery;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.alert.Transition;
import dev.tributary.api.page.Page;
import dev.tributary.embedded.Tributary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir static Path folder;
  private static Path data;
  private static CommandLineRun run;

  /** Long enough for all that is planted to happen and to be over. */
  @BeforeAll
  static void runTheDemo() {
    data = folder.resolve("demo");
    run = demo("60", data);
  }

  @Test
  void everyRowIsAccountedFor() {
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("Every row is accounted for")
        .contains("First healthy answer")
        .containsPattern("Frankfurt +transactions +[\\d,]+ +6 +[\\d,]+ +ok");
    assertThat(CommandLineRun.of("config", "check", data.resolve("tributary.yaml").toString()))
        .extracting(CommandLineRun::exitCode)
        .isEqualTo(0);
  }

  @Test
  void whatIsPlantedRaisesItsAlertsAndNothingElseAndIsToldOnce() {
    try (Tributary tributary = Tributary.open(data.resolve("tributary.yaml"))) {
      AlertBoard alerts = tributary.alerting().alerts();
      List<AlertEvent> history = history(alerts);

      assertThat(history)
          .as(run.out())
          .extracting(event -> line(event.transition()))
          .containsExactlyInAnyOrder(
              "failed-logins {data_center=fra} FIRING",
              "failed-logins {data_center=fra} RESOLVED",
              "shared-device {device=dev-ring-0001} FIRING",
              "shared-device {device=dev-ring-0001} RESOLVED",
              "source-stale {data_center=nyc, source=nyc-logins} FIRING",
              "source-stale {data_center=nyc, source=nyc-logins} RESOLVED");
      assertThat(history)
          .allSatisfy(event ->
              assertThat(traces(alerts, event))
                  .singleElement()
                  .extracting(NoticeTrace::outcome)
                  .isEqualTo(NoticeTrace.Outcome.DELIVERED));
      assertThat(
              tributary.alerting().notifications().list(null, Page.MOST_ITEMS).stream()
                  .flatMap(delivery -> delivery.notification().items().stream())
                  .map(item ->
                      item.alert().rule() + " " + item.alert().labels() + " " + item.state()))
          .containsExactlyInAnyOrderElementsOf(
              history.stream().map(event -> line(event.transition())).toList());
      assertThat(tributary.alerting().control().status())
          .extracting(AlertingStatus::active, AlertingStatus::waiting, AlertingStatus::dead)
          .containsExactly(0, 0, 0);
    }
  }

  @Test
  void folderOfSomebodyElseIsLeftAlone() throws IOException {
    Path others = Files.createDirectory(folder.resolve("others"));
    Path precious = Files.writeString(others.resolve("precious.txt"), "mine");

    CommandLineRun refused = demo("1", others);

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains(others.toString()).contains("choose another place");
    assertThat(precious).hasContent("mine");
  }

  private static List<AlertEvent> history(AlertBoard alerts) {
    return alerts
        .history(new HistoryQuery(null, null, HistoryQuery.Scope.NOTABLE, Page.MOST_ITEMS, null))
        .items();
  }

  private static List<NoticeTrace> traces(AlertBoard alerts, AlertEvent event) {
    String alert = event.transition().alert().fingerprint();
    return alerts.explain(alert, Page.MOST_ITEMS).stream()
        .filter(trace -> trace.event() == event.id())
        .toList();
  }

  private static String line(Transition transition) {
    return transition.alert().rule() + " " + transition.alert().labels() + " " + transition.to();
  }

  private static CommandLineRun demo(String seconds, Path data) {
    return CommandLineRun.of("demo", "--for", seconds, "--port", "0", "--data", data.toString());
  }
}
