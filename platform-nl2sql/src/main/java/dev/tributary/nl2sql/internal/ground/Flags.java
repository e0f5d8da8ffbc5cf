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
 * says whether something was a success; closed and open, where a column says when it was closed, if
 * it was. Immutable.
 */
final class Flags {
  private static final Set<String> ASKING = Set.of("is", "was", "has", "had", "be", "flag");
  private static final Set<String> WHEN =
      Set.of("at", "on", "date", "time", "day", "datetime", "timestamp", "ts");
  private static final Set<String> LEAVING =
      Set.of("left", "ended", "terminated", "retired", "departed");
  private static final double STRENGTH = 0.98;

  private final Map<String, List<Link.ToValue>> links = new HashMap<>();
  private final Map<String, List<Link.ToValue>> marks = new HashMap<>();
  private final Lexicon lexicon;
  private final Stems stems;

  Flags(Schema schema, Lexicon lexicon, Stems stems) {
    this.lexicon = lexicon;
    this.stems = stems;
    for (Relation relation : schema.relations()) {
      relation.attributes().stream().filter(Attribute::flag).forEach(this::add);
      relation.attributes().stream().filter(Attribute::mark).forEach(this::mark);
    }
  }

  /** What a stem says of columns that are either. */
  List<Link.ToValue> of(String stem) {
    return links.getOrDefault(stem, List.of());
  }

  /** What a word says of columns that hold a time once something has happened. */
  List<Link.ToValue> marked(String word) {
    return marks.getOrDefault(word, List.of());
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

  /** Closed at, paid on: it is a participle that says what has happened. */
  private void mark(Attribute attribute) {
    List<String> core = attribute.words().stream().filter(word -> !WHEN.contains(word)).toList();
    if (core.size() != 1 || !core.get(0).matches("\\w{2,}(ed|en)|paid|sent|sold|left|built|lost")) {
      return;
    }
    String word = core.get(0);
    put(marks, word, attribute, true);
    if (attribute.column().profile().nulls() == 0) {
      return;
    }
    put(marks, "un" + word, attribute, false);
    lexicon.contraries(stems.of(word)).forEach(other -> put(marks, other, attribute, false));
    if (LEAVING.contains(word)) {
      put(marks, "active", attribute, false);
    }
  }

  private void put(String stem, Attribute attribute, boolean yes) {
    put(links, stem, attribute, yes);
  }

  private static void put(
      Map<String, List<Link.ToValue>> links, String word, Attribute attribute, boolean yes) {
    List<Link.ToValue> known = links.computeIfAbsent(word, key -> new ArrayList<>());
    if (known.stream().noneMatch(link -> link.attribute() == attribute)) {
      known.add(new Link.ToValue(attribute, yes ? "1" : "0", STRENGTH));
    }
  }
}
