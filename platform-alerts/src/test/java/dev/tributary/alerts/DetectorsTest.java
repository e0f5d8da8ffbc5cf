package dev.tributary.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.alert.Judgement;
import dev.tributary.api.alert.StreamingDetector;
import dev.tributary.api.error.PlatformException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DetectorsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TestFactory
  Stream<DynamicTest> reportsWhatTheTableSays() {
    return SpecTables.cases("detectors.yaml", DetectorsTest::reportsTheAnomalies);
  }

  private static void reportsTheAnomalies(JsonNode spec) {
    SeriesSpec series = SeriesSpec.from(spec);
    StreamingDetector detector = Detectors.named(spec.path("detector").asText());

    List<Integer> anomalies = new ArrayList<>();
    for (int index = 0; index < series.values().size(); index++) {
      if (detector.score(series.at(index), series.values().get(index)) >= Judgement.ANOMALY) {
        anomalies.add(index);
      }
    }

    if (spec.has("anomalies")) {
      assertThat(anomalies).isEqualTo(positions(spec.path("anomalies")));
      return;
    }
    List<Integer> seen = positions(spec.path("seen"));
    List<Integer> others = new ArrayList<>(anomalies);
    if (!seen.isEmpty()) {
      assertThat(anomalies).anyMatch(index -> index >= seen.get(0) && index <= seen.get(1));
      others.removeIf(index -> index >= seen.get(0) && index <= seen.get(1));
    }
    assertThat(others).hasSizeLessThanOrEqualTo(spec.path("others").asInt());
  }

  private static List<Integer> positions(JsonNode list) {
    List<Integer> positions = new ArrayList<>();
    list.forEach(index -> positions.add(index.asInt()));
    return positions;
  }

  @Test
  void judgementSaysWhatWasExpected() {
    StreamingDetector detector = Detectors.zScore();
    for (double value : new double[] {9, 10, 11}) {
      detector.learn(NOON, value);
    }

    Judgement judgement = detector.judge(NOON, 14);

    assertThat(judgement.summary())
        .isEqualTo("z-score: 14.0000 is above the expected 8.00000 to 12.0000");
    assertThat(judgement.deviation()).isEqualTo(2, within(1e-9));
    assertThat(judgement.percentFromExpected()).isEqualTo(40, within(1e-9));
  }

  @Test
  void shiftGoesOnDeviatingAfterItWasReported() {
    StreamingDetector detector = Detectors.combined();
    for (int index = 0; index < 400; index++) {
      detector.learn(NOON.plusSeconds(300L * index), 50 + index % 7);
    }

    Judgement first = detector.judge(NOON.plusSeconds(300L * 400), 90);
    detector.learn(NOON.plusSeconds(300L * 400), 90);
    Judgement second = detector.judge(NOON.plusSeconds(300L * 401), 90);

    assertThat(first.anomalous()).isTrue();
    assertThat(second.anomalous()).isFalse();
    assertThat(second.deviating()).isTrue();
  }

  @Test
  void longSeriesIsStillJudged() {
    StreamingDetector detector = Detectors.spike();
    Random random = new Random(1);
    for (int index = 0; index < 210_000; index++) {
      detector.learn(NOON.plusSeconds(index), random.nextDouble());
    }

    assertThat(detector.judge(NOON.plusSeconds(210_000), 0.5).anomalous()).isFalse();
    assertThat(detector.judge(NOON.plusSeconds(210_000), 9).anomalous()).isTrue();
  }

  @Test
  void misspeltNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Detectors.named("z_scor"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("did you mean 'z_score'?");
  }

  @Test
  void zScoreOfOneValueIsRefused() {
    assertThatThrownBy(() -> Detectors.zScore(1, 2)).hasMessageContaining("at least 2 values");
    assertThatThrownBy(() -> Detectors.zScore(3, 0)).hasMessageContaining("above zero");
  }
}
