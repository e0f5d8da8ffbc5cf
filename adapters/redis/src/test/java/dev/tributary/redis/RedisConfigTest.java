package dev.tributary.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisConfigTest {

  @Test
  void sectionsAreReadWithTheirDefaults() {
    RedisConfig config = RedisConfig.read(section(Map.of("host", "cache"))).orElseThrow();

    assertThat(config.host()).isEqualTo("cache");
    assertThat(config.port()).isEqualTo(6379);
    assertThat(config.tls()).isFalse();
    assertThat(config.prefix()).isEqualTo("tributary:");
    assertThat(config.timeoutMillis()).isEqualTo(1000);
  }

  @Test
  void sectionsThatAreNotThereMeanNoRedis() {
    assertThat(RedisConfig.read(section(Map.of()))).isEmpty();
  }

  @Test
  void faultsAreNoted() {
    Settings wrong = section(Map.of("host", "cache", "timeout", "1h", "hots", "x"));

    assertThat(RedisConfig.read(wrong)).isEmpty();
    assertThat(wrong.faults()).hasSize(2);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> RedisConfig.builder(" ").build()).hasMessageContaining("needs a host");
    assertThatThrownBy(() -> RedisConfig.builder("x").timeout(Duration.ZERO).build())
        .hasMessageContaining("choose 1 ms");
  }

  private static Settings section(Map<String, ?> values) {
    return Settings.of("test.yaml: redis", values, reference -> Secret.of(reference));
  }
}
