package dev.tributary.nl2sql.internal.schema;

import dev.tributary.api.query.AnswerColumn.Kind;
import java.util.List;
import java.util.Optional;

/** What people call the rows of a table by. */
public final class Display {
  private Display() {}

  /**
   * The columns that show a row: its name, or first and last name.
   *
   * @param relation the table
   * @return one column, rarely two; none if nothing looks like a name
   */
  public static List<Attribute> of(Relation relation) {
    Optional<Attribute> exact =
        find(relation, words -> words.equals(List.of("name")) || words.equals(List.of("title")));
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    Optional<Attribute> own = find(relation, words -> named(words, relation));
    if (own.isPresent()) {
      return List.of(own.get());
    }
    String table = relation.words().get(relation.words().size() - 1);
    Optional<Attribute> same =
        find(relation, words -> words.size() == 1 && alike(words.get(0), table));
    if (same.isPresent()) {
      return List.of(same.get());
    }
    Optional<Attribute> first =
        find(
            relation,
            words ->
                words.contains("first") || List.of("fname", "firstname").contains(words.get(0)));
    Optional<Attribute> last =
        find(
            relation,
            words -> words.contains("last") || List.of("lname", "lastname").contains(words.get(0)));
    return first.isPresent() && last.isPresent()
        ? List.of(first.get(), last.get())
        : only(relation);
  }

  /** Document name in a table of documents, or full name. */
  private static boolean named(List<String> words, Relation relation) {
    String last = words.get(words.size() - 1);
    String before =
        last.equals("name") || last.equals("title")
            ? String.join("", words.subList(0, words.size() - 1))
            : last.endsWith("name") ? last.substring(0, last.length() - 4) : "";
    String table = String.join("", relation.words());
    boolean ofTable = table.contains(before) || before.startsWith(relation.words().get(0));
    return before.equals("full") || (before.length() > 1 && ofTable);
  }

  /** The one column that holds a name, whatever it says of it; else a key that is a text. */
  private static List<Attribute> only(Relation relation) {
    List<Attribute> names =
        relation.attributes().stream()
            .filter(attribute -> !attribute.reference() && !attribute.numeric())
            .filter(attribute -> attribute.words().get(attribute.words().size() - 1).equals("name"))
            .toList();
    if (names.size() == 1 && names.get(0).unique()) {
      return names;
    }
    Optional<Attribute> described = find(relation, words -> words.equals(List.of("description")));
    if (names.isEmpty() && described.filter(Attribute::unique).isPresent()) {
      return List.of(described.get());
    }
    return relation
        .key()
        .filter(key -> names.isEmpty() && key.column().kind() == Kind.TEXT && !key.reference())
        .map(List::of)
        .orElse(List.of());
  }

  private static boolean alike(String column, String table) {
    return table.equals(column) || table.equals(column + "s") || table.equals(column + "es");
  }

  private static Optional<Attribute> find(
      Relation relation, java.util.function.Predicate<List<String>> names) {
    return relation.attributes().stream()
        .filter(attribute -> !attribute.reference() && !attribute.numeric())
        .filter(attribute -> names.test(attribute.words()))
        .findFirst();
  }
}
