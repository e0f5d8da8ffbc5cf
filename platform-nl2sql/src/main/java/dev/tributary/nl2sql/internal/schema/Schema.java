package dev.tributary.nl2sql.internal.schema;

import dev.tributary.api.query.DataSchema;
import dev.tributary.api.query.DataTable;
import dev.tributary.nl2sql.internal.words.Identifiers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All tables and how they refer to one another. Immutable. */
public final class Schema {
  private final List<Relation> relations = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();

  private Schema() {}

  /**
   * Takes over what the catalog says.
   *
   * @param data the tables
   * @return the graph
   */
  public static Schema of(DataSchema data) {
    Schema schema = new Schema();
    List<List<String>> names =
        data.tables().stream().map(table -> Identifiers.words(table.name())).toList();
    int prefix = Identifiers.commonPrefix(names);
    for (int i = 0; i < names.size(); i++) {
      List<String> name = names.get(i);
      schema.relations.add(new Relation(data.tables().get(i), name.subList(prefix, name.size())));
    }
    for (Relation relation : schema.relations) {
      relation.table().foreignKeys().forEach(key -> schema.refer(relation, key));
    }
    List<Reference> declared = List.copyOf(schema.references);
    Set<String> taken = new HashSet<>();
    data.tables().forEach(table -> taken.add(table.name().toLowerCase(Locale.ROOT)));
    for (Reference reference : declared) {
      Role role = Role.of(reference, declared, taken);
      if (role.rivalled() || !role.own().isEmpty()) {
        schema.roles.add(role);
      }
    }
    schema.roles.forEach(role -> schema.references.addAll(role.references()));
    return schema;
  }

  private void refer(Relation from, DataTable.ForeignKey key) {
    if (key.columns().size() != 1) {
      return;
    }
    Optional<Attribute> source = from.attribute(key.columns().get(0));
    Optional<Attribute> target =
        relation(key.table()).flatMap(to -> to.attribute(key.targets().get(0)));
    if (source.isPresent() && target.isPresent()) {
      references.add(new Reference(source.get(), target.get(), key.declared()));
    }
  }

  /** The tables. */
  public List<Relation> relations() {
    return Collections.unmodifiableList(relations);
  }

  /** The parts that rows of a table play where there are several. */
  public List<Role> roles() {
    return Collections.unmodifiableList(roles);
  }

  /** The references, those to rows that play a part among them. */
  public List<Reference> references() {
    return Collections.unmodifiableList(references);
  }

  /** Whether a table of its own is there to link rows of two others. */
  public boolean links(Relation one, Relation other) {
    return relations.stream()
        .filter(link -> link != one && link != other && link.links())
        .anyMatch(link -> refers(link, one) && refers(link, other));
  }

  private boolean refers(Relation link, Relation to) {
    return references.stream()
        .anyMatch(each -> each.from().relation() == link && each.to().relation() == to);
  }

  /**
   * A table by its name.
   *
   * @param name the name, in any case
   */
  public Optional<Relation> relation(String name) {
    return relations.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }
}
