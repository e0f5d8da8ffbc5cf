package dev.tributary.nl2sql.internal.model;

import dev.tributary.api.query.DataTable;
import dev.tributary.api.query.GenerationRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Picks what fits of a schema: all of it, or the tables that have most to do with the question and
 * those they point to, with the names of the rest.
 */
final class SchemaSelection {
  /** Text of this kind has about four characters to a token with every provider. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final TableText tables;
  private final int budget;

  SchemaSelection(PromptConfig config) {
    this.tables = new TableText(config.shareValues());
    this.budget = config.schemaTokens() * CHARACTERS_PER_TOKEN;
  }

  SchemaText of(GenerationRequest request) {
    List<DataTable> all = request.schema().tables();
    String whole = all.stream().map(tables::of).collect(Collectors.joining());
    return whole.length() <= budget
        ? new SchemaText(whole, true)
        : new SchemaText(part(all, request), false);
  }

  private String part(List<DataTable> all, GenerationRequest request) {
    StringBuilder text = new StringBuilder();
    Set<String> told = new LinkedHashSet<>();
    for (DataTable table : ranked(all, request)) {
      String one = tables.of(table);
      if (text.length() + one.length() <= budget) {
        text.append(one);
        told.add(table.name());
      }
    }
    String rest =
        all.stream()
            .map(DataTable::name)
            .filter(name -> !told.contains(name))
            .collect(Collectors.joining(", "));
    int most = budget / 4;
    return text
        + "other tables, of which only the names are told: "
        + (rest.length() <= most ? rest : rest.substring(0, most) + "...")
        + "\n";
  }

  private static List<DataTable> ranked(List<DataTable> all, GenerationRequest request) {
    List<String> asked = new ArrayList<>(List.of(request.question().text()));
    request.turns().forEach(turn -> asked.add(turn.question() + " " + turn.sql()));
    Relevance relevance = new Relevance(asked);
    List<DataTable> best =
        all.stream()
            .sorted(Comparator.comparingInt((DataTable table) -> -relevance.of(table)))
            .toList();
    return withNeighbours(best);
  }

  /** Each table is followed by those it points to: a join needs both. */
  private static List<DataTable> withNeighbours(List<DataTable> best) {
    Map<String, DataTable> byName =
        best.stream()
            .collect(
                Collectors.toMap(
                    table -> folded(table.name()), table -> table, (one, other) -> one));
    Set<DataTable> ordered = new LinkedHashSet<>();
    for (DataTable table : best) {
      ordered.add(table);
      for (DataTable.ForeignKey key : table.foreignKeys()) {
        DataTable target = byName.get(folded(key.table()));
        if (target != null) {
          ordered.add(target);
        }
      }
    }
    return List.copyOf(ordered);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
