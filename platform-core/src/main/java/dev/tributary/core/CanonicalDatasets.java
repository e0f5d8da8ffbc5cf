package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The datasets that come with the platform. They are declared, like any other, in YAML. */
public final class CanonicalDatasets {
  private static final String RESOURCE = "canonical-datasets.yaml";

  private CanonicalDatasets() {}

  /**
   * The datasets of a bank-like business: users, transactions and login events.
   *
   * @return the declarations; hand them to {@link Datasets#ensure}
   */
  public static List<Dataset> all() {
    Settings settings =
        ConfigFile.parse(RESOURCE, text(), Map.of(), Secrets.of(Map.of())).settings();
    List<Dataset> datasets =
        settings.sections("datasets").stream()
            .map(DatasetDeclaration::read)
            .flatMap(Optional::stream)
            .toList();
    settings.verify();
    return datasets;
  }

  private static String text() {
    try (InputStream resource =
        Objects.requireNonNull(CanonicalDatasets.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
