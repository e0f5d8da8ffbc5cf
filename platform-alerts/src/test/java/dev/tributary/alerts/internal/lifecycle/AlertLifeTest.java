package dev.tributary.alerts.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.alerts.SpecTables;
import dev.tributary.api.alert.AlertState;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AlertLifeTest {

  @TestFactory
  Stream<DynamicTest> goesWhereTheTableSays() {
    return SpecTables.cases("lifecycle.yaml", AlertLifeTest::check);
  }

  private static void check(JsonNode spec) {
    AlertLife life =
        new AlertLife(spec.path("lasting").asLong() * 1000, spec.path("keep").asLong() * 1000);
    for (JsonNode step : spec.path("steps")) {
      life.evaluated(step.get(0).asLong() * 1000, Input.valueOf(upper(step.get(1))));

      assertThat(life.state())
          .as("after second %s", step.get(0))
          .isEqualTo(AlertState.valueOf(upper(step.get(2))));
    }
  }

  private static String upper(JsonNode name) {
    return name.asText().toUpperCase(Locale.ROOT);
  }

  @Test
  void remembersSinceWhen() {
    AlertLife life = new AlertLife(2000, 0);
    life.evaluated(1000, Input.TRUE);
    life.evaluated(3000, Input.TRUE);

    assertThat(life.activeAt()).isEqualTo(Instant.ofEpochMilli(1000));
    assertThat(life.lastTrueAt()).isEqualTo(Instant.ofEpochMilli(3000));
    assertThat(life.resolvedAt()).isNull();

    life.evaluated(4000, Input.FALSE);

    assertThat(life.activeAt()).isNull();
    assertThat(life.resolvedAt()).isEqualTo(Instant.ofEpochMilli(4000));
  }
}
