package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.alert.Alert;
import dev.tributary.api.alert.AlertQuery;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Delivery;
import dev.tributary.api.alert.Incident;
import dev.tributary.api.alert.Inhibition;
import dev.tributary.api.alert.LabelMatcher;
import dev.tributary.api.alert.Notice;
import dev.tributary.api.alert.NoticeTrace;
import dev.tributary.api.alert.Rearm;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Silence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationTest {
  private static final Map<String, String> FRANKFURT = Map.of("data_center", "fra");
  private static final Map<String, String> NEW_YORK = Map.of("data_center", "nyc");
  private static final AlertRule ERRORS =
      AlertRule.metric("errors").per("data_center").exceeds(2).in(Duration.ofMinutes(1)).build();

  @TempDir Path folder;
  private AlertStore world;

  private void open(AlertsConfig.Builder config) {
    world = new AlertStore(folder, config.standardRules(false));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void alertsOfOneRuleAreToldTogetherAndMakeOneIncident() {
    open(AlertsConfig.builder().rule(ERRORS));
    world.occur("errors", 3, FRANKFURT);
    world.occur("errors", 4, NEW_YORK);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.mailbox.arrived)
        .singleElement()
        .extracting(n -> n.items().size())
        .isEqualTo(2);
    Incident incident = world.alerts().incidents().list(true, 10).getFirst();
    assertThat(incident.members())
        .extracting(Incident.Member::reason)
        .containsExactly("it fired first", "the same rule 'errors' fires for {data_center=fra}");
    world.pass(Duration.ofMinutes(3));
    assertThat(world.alerts().incidents().list(true, 10)).isEmpty();
  }

  @Test
  void aSilenceHoldsBackAndSaysSoAndWhatIsStillOnIsToldWhenItEnds() {
    open(
        AlertsConfig.builder().rule(ERRORS.toBuilder().keepFiringFor(Duration.ofHours(1)).build()));
    world
        .alerts()
        .silences()
        .add(
            new Silence(
                "",
                List.of(LabelMatcher.parse("data_center=fra")),
                world.clock.instant(),
                world.clock.instant().plus(Duration.ofMinutes(5)),
                "ann",
                "known"));
    world.occur("errors", 3, FRANKFURT);
    world.pass(Duration.ofMinutes(2));

    assertThat(world.mailbox.arrived).isEmpty();
    assertThat(explain().getFirst().reason()).contains("by ann").contains("known");
    world.pass(Duration.ofMinutes(5));
    assertThat(world.mailbox.arrived)
        .singleElement()
        .satisfies(notification -> assertThat(notification.repeated()).isTrue());
  }

  @Test
  void anAlertThatExplainsAnotherHoldsItBack() {
    AlertRule down =
        AlertRule.metric("down")
            .per("data_center")
            .exceeds(0)
            .in(Duration.ofMinutes(5))
            .severity(Severity.CRITICAL)
            .build();
    open(
        AlertsConfig.builder()
            .rule(ERRORS)
            .rule(down)
            .inhibition(
                new Inhibition(
                    List.of(LabelMatcher.parse("rule=down")),
                    List.of(LabelMatcher.parse("rule=errors")),
                    List.of("data_center"))));
    world.occur("down", 1, FRANKFURT);
    world.occur("errors", 3, FRANKFURT);
    world.occur("errors", 3, NEW_YORK);
    world.pass(Duration.ofMinutes(1));

    assertThat(world.mailbox.lines())
        .hasSize(2)
        .noneSatisfy(line -> assertThat(line).contains("errors {data_center=fra}"));
  }

  @Test
  void whatCannotBeDeliveredIsTriedAgainAndVisibleWhenItIsGivenUp() {
    open(
        AlertsConfig.builder().rule(ERRORS.toBuilder().keepFiringFor(Duration.ofHours(2)).build()));
    world.mailbox.broken = true;
    world.occur("errors", 3, FRANKFURT);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.alerts().notifications().list(Delivery.Status.PENDING, 10))
        .singleElement()
        .satisfies(delivery -> {
          assertThat(delivery.attempts()).isGreaterThan(2);
          assertThat(delivery.error()).contains("broken");
        });

    world.mailbox.broken = false;
    world.pass(Duration.ofMinutes(3));
    assertThat(world.mailbox.arrived).hasSize(1);
    assertThat(explain().getFirst().outcome()).isEqualTo(NoticeTrace.Outcome.DELIVERED);
  }

  @Test
  void anAlertReArmedByHandNotifiesOnceUntilSomebodyDoes() {
    open(
        AlertsConfig.builder()
            .rule(ERRORS.toBuilder().saying(Notice.plain().rearm(Rearm.byHand())).build()));
    for (int time = 0; time < 2; time++) {
      world.occur("errors", 3, FRANKFURT);
      world.pass(Duration.ofMinutes(7));
    }

    assertThat(world.mailbox.lines()).hasSize(2);
    assertThat(explain())
        .anySatisfy(trace -> assertThat(trace.reason()).contains("re-armed by hand"));
    world.alerts().alerts().rearm(alert().status().alert().fingerprint());
    world.occur("errors", 3, FRANKFURT);
    world.pass(Duration.ofMinutes(7));
    assertThat(world.mailbox.lines()).hasSize(4);
  }

  private Alert alert() {
    return world.alerts().alerts().list(new AlertQuery(null, null, false, 10)).getFirst();
  }

  private List<NoticeTrace> explain() {
    return world.alerts().alerts().explain(alert().status().alert().fingerprint(), 10);
  }
}
