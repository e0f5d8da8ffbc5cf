package dev.tributary.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.event.EventTypes;
import dev.tributary.api.ingest.DataCenter;
import dev.tributary.api.ingest.DataCenterStatus;
import dev.tributary.api.ingest.Freshness;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
  @TempDir Path folder;

  private static DataCenter frankfurt(Collecting it) {
    return it.ingest.dataCenters().find("fra").orElseThrow();
  }

  @Test
  void aSourceAndItsDataCenterComeUpWithTheFirstRun() {
    try (Collecting it = new Collecting(folder)) {
      assertThat(frankfurt(it).status()).isEqualTo(DataCenterStatus.UNKNOWN);
      it.person(1, "a", "1");

      it.collect();
      it.collect();

      assertThat(frankfurt(it).status()).isEqualTo(DataCenterStatus.UP);
      assertThat(frankfurt(it).lastSync()).isNotNull();
      assertThat(it.events(EventTypes.SOURCE_FRESHNESS_CHANGED)).hasSize(1);
      assertThat(it.events(EventTypes.DATA_CENTER_STATUS_CHANGED)).hasSize(1);
    }
  }

  @Test
  void aSourceThatFailsForLongTakesItsDataCenterDown() {
    try (Collecting it = new Collecting(folder)) {
      it.collect();
      it.clock.advance(Duration.ofHours(1));
      it.source.failAfter(0, new ConnectorException(ConnectorError.UNREACHABLE, "gone; wait"));

      it.collect();

      Freshness freshness = it.ingest.sources().find("s1").orElseThrow().freshness();
      assertThat(freshness.state()).isEqualTo(Freshness.State.LATE);
      assertThat(freshness.cause()).isEqualTo(Freshness.Cause.CONNECTOR_FAILING);
      assertThat(frankfurt(it).status()).isEqualTo(DataCenterStatus.DOWN);
      it.reopen();
      assertThat(frankfurt(it).status()).isEqualTo(DataCenterStatus.DOWN);
    }
  }
}
