package dev.tributary.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.settings.Fault;
import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {

  @Test
  void noSectionIsNoModel() {
    assertThat(HostedModel.configure(settings(Map.of()))).isEmpty();
  }

  @Test
  void aKeyAloneIsGemini() {
    Settings section = settings(Map.of("key", "env:K"));

    HostedModel model = HostedModel.configure(section).orElseThrow().build();

    assertThat(model.name()).isEqualTo("gemini:gemini-2.5-flash");
    section.verify();
  }

  @Test
  void everyKeyIsKnown() {
    Settings section =
        settings(
            Map.of(
                "provider", "openai",
                "name", "gpt-x",
                "key", "env:K",
                "base_url", "https://models.example/v1/",
                "timeout", "5s",
                "retries", 1,
                "max_reply", "64KiB",
                "breaker", Map.of("failures", 3, "rest", "1m")));

    assertThat(HostedModel.configure(section).orElseThrow().build().name())
        .isEqualTo("openai:gpt-x");
    section.verify();
  }

  @Test
  void ollamaNeedsNoKey() {
    Settings section = settings(Map.of("provider", "ollama"));

    assertThat(HostedModel.configure(section)).isPresent();
    section.verify();
  }

  @Test
  void everyFaultIsNoted() {
    Settings section =
        settings(
            Map.of(
                "provider", "openai",
                "base_url", "ftp://x",
                "timeout", "0s",
                "retries", 99,
                "modle", "x"));

    assertThat(HostedModel.configure(section)).isEmpty();
    assertThat(section.faults())
        .extracting(Fault::place)
        .containsExactlyInAnyOrder(
            "model.key", "model.base_url", "model.timeout", "model.retries", "model.modle");
  }

  @Test
  void defaultsAreAsDocumented() {
    assertThat(HostedModel.DEFAULT_TIMEOUT).isEqualTo(Duration.ofSeconds(30));
    assertThat(HostedModel.DEFAULT_RETRIES).isEqualTo(2);
    assertThat(HostedModel.DEFAULT_MAX_REPLY).isEqualTo(1_048_576);
    assertThat(HostedModel.DEFAULT_BREAK_AFTER).isEqualTo(5);
    assertThat(HostedModel.DEFAULT_BREAK_FOR).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void wrongValuesInCodeAreRefusedAtOnce() {
    HostedModel.Builder model = HostedModel.builder(Provider.GEMINI);

    assertThatThrownBy(() -> model.baseUrl("file:///etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.baseUrl("https://user:pw@host/"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.retries(11)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(model::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gemini needs a key");
  }

  private static Settings settings(Map<String, ?> values) {
    return Settings.of("model", values, reference -> Secret.of("secret"));
  }
}
