package dev.tributary.langchain4j;

import dev.tributary.api.settings.Secret;
import dev.tributary.api.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/** Reads the section of a configuration that names a model. */
final class ModelSettings {
  private ModelSettings() {}

  static Optional<HostedModel.Builder> read(Settings section) {
    Provider provider = section.choice("provider", Provider.GEMINI);
    HostedModel.Builder model = HostedModel.builder(provider);
    section.text("name").filter(name -> !name.isBlank()).ifPresent(model::model);
    boolean addressed = address(section, model);
    boolean usable = key(section, provider, model) && addressed;
    Duration timeout = section.duration("timeout", HostedModel.DEFAULT_TIMEOUT);
    if (timeout.toMillis() < 1) {
      section.note("timeout", "is not more than zero", "use a duration such as 30s");
      usable = false;
    } else {
      model.timeout(timeout);
    }
    model.retries((int) section.integer("retries", HostedModel.DEFAULT_RETRIES, 0, 10));
    model.maxReply(Math.max(1, section.bytes("max_reply", HostedModel.DEFAULT_MAX_REPLY)));
    Settings breaker = section.section("breaker");
    model.breaker(
        (int) breaker.integer("failures", HostedModel.DEFAULT_BREAK_AFTER, 1, 1_000),
        breaker.duration("rest", HostedModel.DEFAULT_BREAK_FOR));
    return usable ? Optional.of(model) : Optional.empty();
  }

  private static boolean address(Settings section, HostedModel.Builder model) {
    Optional<String> address = section.text("base_url");
    if (address.isEmpty()) {
      return true;
    }
    if (!HostedModel.Builder.isAddress(address.get())) {
      section.note(
          "base_url", "is no address", "write http:// or https://, a host, and perhaps a path");
      return false;
    }
    model.baseUrl(address.get());
    return true;
  }

  private static boolean key(Settings section, Provider provider, HostedModel.Builder model) {
    boolean given = section.has("key");
    Optional<Secret> key = section.secret("key");
    key.ifPresent(model::key);
    if (provider.needsKey() && !given) {
      section.note("key", "is missing", "refer to the provider's key as env:NAME or file:PATH");
    }
    return key.isPresent() || (!provider.needsKey() && !given);
  }
}
