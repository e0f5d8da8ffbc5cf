package dev.tributary.ingest.internal.run;

import dev.tributary.api.dataset.Column;
import dev.tributary.api.dataset.Dataset;
import dev.tributary.ingest.internal.mapping.SourceNames;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names for columns that a dataset takes over from a source. */
final class ColumnNames {
  private static final int MOST_CHARACTERS = 60;

  private ColumnNames() {}

  /**
   * Normalises a source's name: accents dropped, lower case, everything but letters and digits an
   * underscore.
   *
   * @return the name; empty if the dataset has a column of the same folded name already, or nothing
   *     of the name is left
   */
  static Optional<String> free(String written, Dataset dataset, List<Column> added) {
    String name =
        Normalizer.normalize(written, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String safe = Character.isDigit(name.charAt(0)) ? "c_" + name : name;
    String cut = safe.length() > MOST_CHARACTERS ? safe.substring(0, MOST_CHARACTERS) : safe;
    String folded = SourceNames.fold(cut);
    boolean taken =
        Stream.of(dataset.columns(), Dataset.LINEAGE, added)
            .flatMap(List::stream)
            .anyMatch(column -> SourceNames.fold(column.name()).equals(folded));
    return taken || cut.equals("_pass") ? Optional.empty() : Optional.of(cut);
  }
}
