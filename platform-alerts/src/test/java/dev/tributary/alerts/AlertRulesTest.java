package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tributary.api.alert.Aggregate;
import dev.tributary.api.alert.AlertRule;
import dev.tributary.api.alert.Condition;
import dev.tributary.api.alert.NoDataPolicy;
import dev.tributary.api.alert.Severity;
import dev.tributary.api.alert.Window;
import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {

  @Test
  void everyKeyReachesTheRule() {
    Settings settings =
        settings(
            """
            rules:
              - id: slow
                metric: latency_ms
                where: {route: /pay}
                per: [data_center, host]
                window: {sliding: 10m, step: 1m}
                aggregate: p99
                condition: {above: 500, recovery: 400}
                for: 5m
                keep_firing_for: 10m
                no_data: report
                severity: critical
                lateness: 30s
                series_limit: 50
            """);

    List<AlertRule> rules = AlertRules.from(settings);

    settings.verify();
    AlertRule rule = rules.get(0);
    assertThat(rule.id()).isEqualTo("slow");
    assertThat(rule.metric()).isEqualTo("latency_ms");
    assertThat(rule.where()).containsExactly(Map.entry("route", "/pay"));
    assertThat(rule.per()).containsExactly("data_center", "host");
    assertThat(rule.window())
        .isEqualTo(Window.sliding(Duration.ofMinutes(10), Duration.ofMinutes(1)));
    assertThat(rule.aggregate()).isEqualTo(Aggregate.percentile(99));
    assertThat(rule.condition()).isEqualTo(Condition.above(500, 400));
    assertThat(rule.lasting()).isEqualTo(Duration.ofMinutes(5));
    assertThat(rule.keepFiringFor()).isEqualTo(Duration.ofMinutes(10));
    assertThat(rule.onNoData()).isEqualTo(NoDataPolicy.REPORT);
    assertThat(rule.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rule.lateness()).isEqualTo(Duration.ofSeconds(30));
    assertThat(rule.seriesLimit()).isEqualTo(50);
  }

  @Test
  void rulesInTheDocumentationAreUnderstood() throws IOException {
    List<String> blocks =
        Pattern.compile("```yaml\n(rules:\n.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("..", "docs", "alerts.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(blocks).hasSizeGreaterThan(1);
    for (String block : blocks) {
      Settings settings = settings(block);
      assertThat(AlertRules.from(settings)).as(block).isNotEmpty();
      settings.verify();
    }
  }

  @Test
  void shortestRuleHasTheDefaults() {
    Settings settings = settings("rules: [{metric: m, condition: {above: 1}}]");

    AlertRule rule = AlertRules.from(settings).get(0);

    settings.verify();
    AlertRule built = AlertRule.metric("m").exceeds(1).build();
    assertThat(rule.id()).isEqualTo(built.id());
    assertThat(rule.window()).isEqualTo(built.window());
    assertThat(rule.lateness()).isEqualTo(built.lateness());
    assertThat(rule.seriesLimit()).isEqualTo(built.seriesLimit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{below: 5, recovery: 6} | Outside[normal=Band[low=5.0, high=Infinity], recovered=Band[low=6.0, high=Infinity]]",
        "{outside: [1, 9]} | Outside[normal=Band[low=1.0, high=9.0], recovered=Band[low=1.0, high=9.0]]",
        "{change_pct: 50} | ChangePercent[percent=50.0]",
        "{spike: 3, least: 10} | Spike[factor=3.0, least=10.0]",
        "{absent: true} | Absent[]",
        "{anomaly: combined} | Anomaly[detector=combined]"
      })
  void conditionsAreNamedByTheirKey(String yaml, String condition) {
    Settings settings = settings("rules: [{metric: m, condition: " + yaml + "}]");

    assertThat(AlertRules.from(settings).get(0).condition()).hasToString(condition);
    assertThat(settings.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tumbling: 1h} | Sliding[length=PT1H, step=PT1H]",
        "{session: 30m} | Session[gap=PT30M]",
        "{sliding: 1m} | Sliding[length=PT1M, step=PT1S]"
      })
  void windowsAreNamedByTheirKey(String yaml, String window) {
    Settings settings =
        settings("rules: [{metric: m, condition: {above: 1}, window: " + yaml + "}]");

    assertThat(AlertRules.from(settings).get(0).window()).hasToString(window);
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void aggregateOfALabelNamesIt() {
    Settings settings =
        settings("rules: [{metric: m, condition: {above: 1}, aggregate: distinct(user)}]");

    assertThat(AlertRules.from(settings).get(0).aggregate()).isEqualTo(Aggregate.distinct("user"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "condition: {above: 1} | alerts.rules[0].metric: is missing; add it",
        "metric: m | alerts.rules[0].condition: names 0 kinds; write one of [above, below, outside, change_pct, spike, absent, anomaly]",
        "metric: m, condition: {above: 1, below: 0} | alerts.rules[0].condition: names 2 kinds",
        "metric: m, condition: {above: much} | alerts.rules[0].condition.above: is 'much'; write a number",
        "metric: m, condition: {above: 1, recovery: 2} | alerts.rules[0].condition: does not fit",
        "metric: m, condition: {absent: true, recovery: 2} | condition.recovery: belongs to above and below",
        "metric: m, condition: {absent: false} | condition.absent: is false",
        "metric: m, condition: {outside: [1]} | condition.outside: is not two numbers",
        "metric: m, condition: {anomaly: combind} | names no detector: 'combind'; did you mean 'combined'?",
        "metric: m, condition: {above: 1}, window: {sliding: 5m, session: 1m} | window: names 2 kinds",
        "metric: m, condition: {above: 1}, window: {sliding: 5m, step: 7s} | window: does not fit",
        "metric: m, condition: {above: 1}, window: {tumbling: 5m, step: 7s} | window.step: belongs to a sliding window",
        "metric: m, condition: {above: 1}, window: {sliding: 0s} | window length PT0S: it must be above zero",
        "metric: m, condition: {above: 1}, aggregate: median | aggregate: is 'median'; write one of [count, sum",
        "metric: m, condition: {above: 1}, aggregate: p101 | percentile 101.0: it must lie from 0 to 100",
        "metric: m, condition: {absent: true}, window: {session: 1m} | a session is never without events",
        "metric: m, condition: {above: 1}, series_limit: 0 | series_limit: is 0",
        "metric: m, condition: {abov: 1} | condition.abov: is not a known key; did you mean 'above'?"
      })
  void faultsNameThePlaceAndTheRemedy(String rule, String fault) {
    Settings settings = settings("rules: [{" + rule + "}]");

    assertThat(AlertRules.from(settings)).isEmpty();
    assertThat(settings.faults())
        .extracting(Fault::toString)
        .anyMatch(text -> text.contains(fault));
  }

  @Test
  void twoRulesOfOneIdAreAFault() {
    Settings settings =
        settings("rules: [{metric: m, condition: {above: 1}}, {metric: m, condition: {above: 2}}]");

    assertThat(AlertRules.from(settings)).hasSize(1);
    assertThat(settings.faults()).singleElement().asString().contains("rules[1].id: is 'm' like");
  }

  private static Settings settings(String yaml) {
    try {
      Map<String, Object> values = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
      return Settings.of("alerts", values, reference -> Secret.of(reference));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }
}
