package dev.tributary.core;

import dev.tributary.api.dataset.Dataset;
import java.util.List;

/** The datasets that come with the platform. They are declared, like any other, in YAML. */
public final class CanonicalDatasets {
  private CanonicalDatasets() {}

  /**
   * The datasets of a bank-like business: users, transactions and login events.
   *
   * @return the declarations; hand them to {@link Datasets#ensure}
   */
  public static List<Dataset> all() {
    return List.of();
  }
}
