package dev.tributary.nl2sql.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part rows of a table play for rows of another one, or of itself, where there are several:
 * source and destination of a flight, the manager of an employee.
 *
 * @param reference the column that says who plays it
 * @param words what it is called, such as dest airport
 * @param own the words that are not the name of the table, such as dest; may be none
 * @param instances for the table, and those it refers to, the rows that belong to the part
 * @param references how the instances hang together
 * @param rivalled whether rows of the same two tables hang together in another way too
 */
public record Role(
    Reference reference,
    List<String> words,
    List<String> own,
    Map<Relation, Relation> instances,
    List<Reference> references,
    boolean rivalled) {
  private static final Set<String> FORMS = Set.of("id", "code", "key", "no", "number", "num");

  /** Copies what it is given. */
  public Role {
    words = List.copyOf(words);
    own = List.copyOf(own);
    instances = Map.copyOf(instances);
    references = List.copyOf(references);
  }

  static Role of(Reference reference, List<Reference> all, Set<String> taken) {
    Relation holder = reference.from().relation();
    Relation base = reference.to().relation();
    List<String> words = new ArrayList<>();
    for (String word : reference.from().words()) {
      words.addAll(cut(word, base));
    }
    if (words.size() > 1) {
      words.removeIf(FORMS::contains);
    }
    List<String> own =
        words.stream()
            .filter(word -> !names(base, word) && !reference.to().words().contains(word))
            .toList();
    List<String> part = named(words, holder, taken);
    Map<Relation, Relation> instances = new LinkedHashMap<>();
    Relation player = base.as(part);
    instances.put(base, player);
    List<Reference> references = new ArrayList<>();
    references.add(
        new Reference(reference.from(), player.same(reference.to()), reference.declared()));
    for (Reference next : all) {
      Relation beyond = next.to().relation();
      if (next.from().relation() == base && beyond != holder && !instances.containsKey(beyond)) {
        List<String> further = new ArrayList<>(own.isEmpty() ? part : own);
        further.addAll(beyond.words());
        Relation instance = beyond.as(named(further, holder, taken));
        instances.put(beyond, instance);
        references.add(
            new Reference(player.same(next.from()), instance.same(next.to()), next.declared()));
      }
    }
    return new Role(
        reference, words, own, instances, references, all.stream().anyMatch(reference::rivals));
  }

  private static List<String> named(List<String> words, Relation holder, Set<String> taken) {
    List<String> name = new ArrayList<>(words);
    if (!taken.add(String.join("_", name).toLowerCase(Locale.ROOT))) {
      name.add("of");
      name.addAll(holder.words());
      taken.add(String.join("_", name).toLowerCase(Locale.ROOT));
    }
    return name;
  }

  /** A word that ends in the name of the table, such as hometeam, is cut before it. */
  private static List<String> cut(String word, Relation base) {
    return base.words().stream()
        .filter(table -> word.endsWith(table) && word.length() > table.length() + 1)
        .findFirst()
        .map(table -> List.of(word.substring(0, word.length() - table.length()), table))
        .orElse(List.of(word));
  }

  private static boolean names(Relation base, String word) {
    return base.words().stream().anyMatch(table -> table.startsWith(word) || word.equals(table));
  }

  /** The table whose rows have such a part. */
  public Relation holder() {
    return reference.from().relation();
  }

  /** Whether rows of a table play a part for rows of the same table. */
  public boolean itself() {
    return holder() == reference.to().relation();
  }

  /** The rows that play it. */
  public Relation player() {
    return instances.getOrDefault(reference.to().relation(), reference.to().relation());
  }

  /** A column of the rows that belong to the part; empty if its table has none of them. */
  public Optional<Attribute> of(Attribute attribute) {
    return Optional.ofNullable(instances.get(attribute.relation()))
        .map(instance -> instance.same(attribute));
  }
}
