package dev.tributary.cli.internal.demo;

import dev.tributary.cli.internal.demo.bank.BankDataset;
import dev.tributary.cli.internal.demo.singapore.SingaporeApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The demo's configuration file: a text that people may read, with a few places filled in. */
final class DemoConfiguration {
  private static final String TEXT = "tributary.yaml";

  private DemoConfiguration() {}

  static String text(DemoConfig config, DemoFolder folder, SingaporeApi singapore)
      throws IOException {
    String text;
    try (InputStream in =
        Objects.requireNonNull(DemoConfiguration.class.getResourceAsStream(TEXT), TEXT)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (BankDataset dataset : BankDataset.values()) {
      text =
          text.replace(
              "{sgp_" + dataset.name().toLowerCase(Locale.ROOT) + "}",
              singapore.address(dataset).toString());
    }
    return text.replace("{sgp_token}", folder.singaporeToken().toString())
        .replace("{host}", config.host())
        .replace("{port}", String.valueOf(config.port()));
  }
}
