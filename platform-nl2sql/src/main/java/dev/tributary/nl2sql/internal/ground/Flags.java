package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that say yes or no to a column that is either: successful and failed, where a column
 * says whether something was a success. Immutable.
 */
final class Flags {
  private static final Set<String> ASKING = Set.of("is", "was", "has", "had", "be", "flag");
  private static final double STRENGTH = 0.98;

  private final Map<String, List<Link.ToValue>> links = new HashMap<>();
  private final Lexicon lexicon;
  private final Stems stems;

  Flags(Schema schema, Lexicon lexicon, Stems stems) {
    this.lexicon = lexicon;
    this.stems = stems;
    for (Relation relation : schema.relations()) {
      relation.attributes().stream().filter(Attribute::flag).forEach(this::add);
    }
  }

  /** What a stem says of such columns. */
  List<Link.ToValue> of(String stem) {
    return links.getOrDefault(stem, List.of());
  }

  /** Whether a stem says yes or no to a column without being its name. */
  boolean says(String stem, Attribute attribute) {
    return of(stem).stream().anyMatch(link -> link.attribute() == attribute)
        && attribute.words().stream().map(stems::of).noneMatch(stem::equals);
  }

  private void add(Attribute attribute) {
    List<String> core =
        attribute.words().stream().filter(word -> !ASKING.contains(word)).map(stems::of).toList();
    if (core.size() != 1) {
      return;
    }
    String name = core.get(0);
    put(name, attribute, true);
    lexicon.likes(name).forEach(word -> put(word, attribute, true));
    lexicon.contraries(name).forEach(word -> put(word, attribute, false));
    attribute.column().synonyms().stream()
        .map(stems::of)
        .filter(word -> word.startsWith(name) && !word.contains(" "))
        .forEach(word -> put(word, attribute, true));
  }

  private void put(String stem, Attribute attribute, boolean yes) {
    List<Link.ToValue> known = links.computeIfAbsent(stem, key -> new ArrayList<>());
    if (known.stream().noneMatch(link -> link.attribute() == attribute)) {
      known.add(new Link.ToValue(attribute, yes ? "1" : "0", STRENGTH));
    }
  }
}
