package dev.tributary.ingest.internal.mapping;

import dev.tributary.api.settings.NearestName;
import dev.tributary.ingest.config.LookupFallback;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces values by a table. */
final class Lookup implements CellStep {
  private final Map<String, String> table;
  private final LookupFallback otherwise;

  Lookup(Map<String, String> table, LookupFallback otherwise) {
    this.table = Map.copyOf(table);
    this.otherwise = otherwise;
  }

  @Override
  public @Nullable Object apply(Object value) {
    String text = CanonicalText.of(value);
    String replacement = table.get(text);
    if (replacement == null) {
      replacement = table.get(text.strip());
    }
    if (replacement != null) {
      return replacement;
    }
    return switch (otherwise) {
      case KEEP -> value;
      case NULL -> null;
      case REJECT -> text.isBlank() ? null : unknown(text);
    };
  }

  private Misfit unknown(String text) {
    String nearest =
        NearestName.of(text, table.keySet()).map(name -> " (nearest: '" + name + "')").orElse("");
    return new Misfit(
        "not_in_lookup",
        "is not in the lookup" + nearest,
        "add it to the column's 'lookup', or say 'otherwise: keep' or 'otherwise: null'");
  }
}
