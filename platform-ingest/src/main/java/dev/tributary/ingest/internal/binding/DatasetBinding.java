package dev.tributary.ingest.internal.binding;

import dev.tributary.api.dataset.Dataset;
import dev.tributary.api.settings.Settings;
import dev.tributary.core.DatasetDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the datasets that a configuration declares. */
final class DatasetBinding {
  private final Settings root;
  private final Set<String> names = new HashSet<>();

  DatasetBinding(Settings root, List<Dataset> known) {
    this.root = root;
    known.forEach(dataset -> names.add(dataset.name()));
  }

  List<Dataset> read() {
    List<Dataset> datasets = new ArrayList<>();
    for (Settings section : root.sections("datasets")) {
      dataset(section).ifPresent(datasets::add);
    }
    return datasets;
  }

  private Optional<Dataset> dataset(Settings section) {
    String name = section.text("name", "");
    if (!name.isBlank() && !names.add(name)) {
      section.note("name", "is '" + name + "', which is declared already", "choose another name");
    }
    return DatasetDeclaration.read(section);
  }
}
