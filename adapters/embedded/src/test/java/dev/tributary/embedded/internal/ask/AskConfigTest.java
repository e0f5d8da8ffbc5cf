package dev.tributary.embedded.internal.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskConfigTest {
  @Test
  void modelIsToldNothingOfTheDomainUnlessAsked() {
    assertThat(read(settings(Map.of()))).isEqualTo(AskConfig.DEFAULT);
    assertThat(read(settings(Map.of("domain", "general", "guidance", "Amounts are gross."))))
        .extracting(AskConfig::guidance)
        .isEqualTo("Amounts are gross.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"security", "compliance", "risk", "operations"})
  void modelIsToldOfTheDomainAndWhatElseThereIs(String domain) {
    String told = read(settings(Map.of("domain", domain, "guidance", "Be brief."))).guidance();

    assertThat(told).startsWith("Those who ask look after " + domain + ":").endsWith("\nBe brief.");
  }

  @Test
  void unknownDomainIsAFault() {
    Settings settings = settings(Map.of("domain", "sales"));

    read(settings);

    assertThat(settings.faults().toString()).contains("domain").contains("compliance");
  }

  private static AskConfig read(Settings ask) {
    return AskConfig.read(ask, settings(Map.of()));
  }

  private static Settings settings(Map<String, ?> values) {
    return Settings.of("c.yaml:", values, Secret::of);
  }
}
