package dev.tributary.core.internal.dataset;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.util.List;

/** Joins a dataset as declared with the same dataset as the store holds it. */
final class DatasetMerge {
  private DatasetMerge() {}

  static Dataset of(Dataset declared, Dataset stored) {
    if (!declared.key().equals(stored.key())) {
      throw refused(
          declared,
          "has the key " + stored.key() + " in the store, the configuration says " + declared.key(),
          "declare the stored key, or give the dataset a new name");
    }
    for (Column column : declared.columns()) {
      stored.column(column.name()).ifPresent(known -> requireSameType(declared, column, known));
    }
    List<Column> others =
        stored.columns().stream()
            .filter(column -> declared.column(column.name()).isEmpty())
            .toList();
    return declared.plus(others);
  }

  private static void requireSameType(Dataset dataset, Column declared, Column known) {
    if (declared.type() != known.type()) {
      throw refused(
          dataset,
          "has column '"
              + known.name()
              + "' of type "
              + known.type()
              + " in the store, the configuration says "
              + declared.type(),
          "declare the stored type, or give the column a new name");
    }
  }

  private static PlatformException refused(Dataset dataset, String problem, String remedy) {
    return new PlatformException(
        PlatformError.INVALID_CONFIGURATION,
        "dataset '" + dataset.name() + "' " + problem + "; " + remedy);
  }
}
