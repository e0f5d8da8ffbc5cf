package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertKey;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.MetricEvent;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void readsLikeTheSentence() {
    AlertRule rule =
        AlertRule.metric("failed_logins")
            .per("data_center")
            .exceeds(50)
            .in(Duration.ofMinutes(5))
            .lasting(Duration.ofMinutes(2))
            .build();

    assertThat(rule.per()).containsExactly("data_center");
    assertThat(rule.condition()).isEqualTo(Condition.above(50));
    assertThat(rule.window()).isEqualTo(Window.sliding(Duration.ofMinutes(5)));
    assertThat(rule.lasting()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void defaultsArePinned() {
    AlertRule rule = AlertRule.metric("m").exceeds(1).build();

    assertThat(rule.id()).isEqualTo("m");
    assertThat(rule.where()).isEmpty();
    assertThat(rule.per()).isEmpty();
    assertThat(rule.window())
        .isEqualTo(Window.sliding(Duration.ofMinutes(5), Duration.ofSeconds(5)));
    assertThat(rule.aggregate()).isEqualTo(Aggregate.count());
    assertThat(rule.lasting()).isZero();
    assertThat(rule.keepFiringFor()).isZero();
    assertThat(rule.onNoData()).isEqualTo(NoDataPolicy.KEEP);
    assertThat(rule.severity()).isEqualTo(Severity.WARNING);
    assertThat(rule.lateness()).isEqualTo(Duration.ofSeconds(10));
    assertThat(rule.seriesLimit()).isEqualTo(10_000);
  }

  @Test
  void builderDoesNotReachIntoRulesItHasMade() {
    AlertRule.Builder builder = AlertRule.metric("m").exceeds(1).where("a", "x");
    AlertRule rule = builder.build();

    AlertRule other =
        builder.where("b", "y").exceeds(2).id("n").severity(Severity.CRITICAL).build();

    assertThat(rule.where()).containsExactly(Map.entry("a", "x"));
    assertThat(rule.condition()).isEqualTo(Condition.above(1));
    assertThat(other.toBuilder().build().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(other.id()).isEqualTo("n");
  }

  @Test
  void faultNamesTheRuleAndTheRemedy() {
    assertThatThrownBy(() -> AlertRule.metric("m").id("busy").build())
        .hasMessage("rule 'busy': it needs a condition, such as exceeds(50)");
    assertThatThrownBy(() -> AlertRule.metric(" ").exceeds(1).build())
        .hasMessageContaining("the name of a metric");
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).id("").build())
        .hasMessageContaining("an id");
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).per("a", "a").build())
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).per("").build())
        .hasMessageContaining("a label needs a name");
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).lasting(MINUTE.negated()).build())
        .hasMessageContaining("lasting PT-1M");
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).lateness(Duration.ofNanos(1)).build())
        .hasMessageContaining("lateness");
    assertThatThrownBy(
            () -> AlertRule.metric("m").exceeds(1).lateness(Duration.ofDays(3000)).build())
        .hasMessageContaining("choose longer steps or less lateness");
  }

  @Test
  void absurdEventsAreRefused() {
    assertThatThrownBy(() -> MetricEvent.occurrence("m", Instant.MAX, Map.of()))
        .hasMessageContaining("the years 1 to 9999");
    assertThatThrownBy(() -> MetricEvent.occurrence("", Instant.EPOCH, Map.of()))
        .hasMessageContaining("the name of its metric");
  }

  @Test
  void windowsThatCannotAnswerAreRefused() {
    AlertRule.Builder session = AlertRule.metric("m").in(Window.session(MINUTE));

    assertThatThrownBy(() -> session.when(Condition.absent()).build())
        .hasMessageContaining("a session is never without events");
    assertThatThrownBy(() -> session.exceeds(1).of(Aggregate.rate()).build())
        .hasMessageContaining("a rate needs a window of fixed length");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001})
  void absurdSeriesLimitsAreRefused(int limit) {
    assertThatThrownBy(() -> AlertRule.metric("m").exceeds(1).seriesLimit(limit).build())
        .hasMessageContaining("choose 1 to 1000000");
  }

  @Test
  void absurdConditionsAreRefused() {
    assertThatThrownBy(() -> Condition.above(1, 2)).hasMessageContaining("must not be wider");
    assertThatThrownBy(() -> Condition.below(1, 0)).hasMessageContaining("must not be wider");
    assertThatThrownBy(() -> Condition.outside(2, 1)).hasMessageContaining("must not exceed");
    assertThatThrownBy(() -> Condition.above(Double.NaN)).hasMessageContaining("must not exceed");
    assertThatThrownBy(() -> Condition.changesByPercent(0)).hasMessageContaining("above zero");
    assertThatThrownBy(() -> Condition.spikes(1, 5)).hasMessageContaining("factor above 1");
    assertThatThrownBy(() -> Aggregate.distinct(" ")).hasMessageContaining("name of a label");
  }

  @Test
  void fingerprintDependsOnRuleAndLabelsAlone() {
    AlertKey key = new AlertKey("r", Map.of("a", "1", "b", "2"));

    assertThat(key.fingerprint()).isEqualTo("746b6151e18de6d1f2ef9256d8a058a8");
    assertThat(new AlertKey("r", Map.of("b", "2", "a", "1")).fingerprint())
        .isEqualTo(key.fingerprint())
        .hasSize(32);
    assertThat(new AlertKey("r", Map.of("a", "12", "b", "")).fingerprint())
        .isNotEqualTo(key.fingerprint());
    assertThat(new AlertKey("ra", Map.of("b", "2")).fingerprint())
        .isNotEqualTo(new AlertKey("r", Map.of("ab", "2")).fingerprint());
  }
}
