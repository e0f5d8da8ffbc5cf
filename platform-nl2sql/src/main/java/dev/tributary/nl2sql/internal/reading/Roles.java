package dev.tributary.nl2sql.internal.reading;

import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.phrase.Draft;
import dev.tributary.nl2sql.internal.phrase.Part;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.JoinTree;
import dev.tributary.nl2sql.internal.schema.Reference;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Role;
import dev.tributary.nl2sql.internal.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which part rows of a table play, where there are several, by the words around what tells it. */
final class Roles {
  private final Schema schema;
  private final Cues cues;
  private final Relation focus;
  private final Set<Relation> about;
  private final Set<Integer> bounds = new HashSet<>();
  private final Map<Reference, Integer> fitness = new HashMap<>();

  Roles(Schema schema, Cues cues, Draft draft, Relation focus) {
    this.schema = schema;
    this.cues = cues;
    this.focus = focus;
    this.about = new LinkedHashSet<>(Focus.mentioned(draft));
    about.add(focus);
    for (Part part : draft.parts()) {
      if (part instanceof Part.Stored stored) {
        for (int at = stored.from(); at < stored.to(); at++) {
          bounds.add(at);
        }
      }
    }
  }

  /** The column as the rows have it that play the part the words around it tell. */
  Attribute played(Attribute attribute, int from, int to) {
    return told(attribute.relation(), from, to)
        .or(() -> linked(attribute.relation()))
        .flatMap(role -> role.of(attribute))
        .orElse(attribute);
  }

  /** Of two parts a table links, as in borders and friends, the one that has no name of its own. */
  private Optional<Role> linked(Relation relation) {
    return schema.roles().stream()
        .filter(role -> relation == focus && role.reference().to().relation() == relation)
        .filter(role -> role.rivalled() && !role.itself() && role.own().isEmpty())
        .filter(role -> about.contains(role.holder()))
        .findFirst();
  }

  /**
   * Of the columns of one table that hold a text, the one the words around it tell; none if none.
   */
  Optional<Attribute> told(Part.Stored stored) {
    List<Attribute> columns =
        stored.values().stream().map(Link.ToValue::attribute).distinct().toList();
    for (Attribute first : columns) {
      List<Attribute> rivals =
          columns.stream().filter(each -> each.relation() == first.relation()).toList();
      int found =
          rivals.size() < 2
              ? -1
              : cues.nearest(
                  rivals.stream().map(Attribute::words).toList(),
                  stored.from(),
                  stored.to(),
                  bounds);
      if (found >= 0) {
        return Optional.of(rivals.get(found));
      }
    }
    return columns.stream()
        .flatMap(column -> told(column.relation(), stored.from(), stored.to()).stream())
        .map(role -> role.reference().from())
        .findFirst();
  }

  private Optional<Role> told(Relation relation, int from, int to) {
    for (Relation holder : about) {
      List<Role> roles = new ArrayList<>();
      for (Role role : schema.roles()) {
        boolean other = relation != holder || role.itself();
        if (role.rivalled()
            && role.holder() == holder
            && other
            && role.instances().containsKey(relation)) {
          roles.add(role);
        }
      }
      int found = cues.nearest(roles.stream().map(Role::own).toList(), from, to, bounds);
      if (found >= 0) {
        return Optional.of(roles.get(found));
      }
    }
    return Optional.empty();
  }

  /**
   * How many words of the question name the part a reference plays, such as its source. A part that
   * nobody named joins no tables that another table is there to link.
   */
  int cued(Reference reference) {
    return fitness.computeIfAbsent(
        reference,
        key -> {
          int told = told(reference);
          return told == 0 && fallback(reference) ? JoinTree.NEVER : told;
        });
  }

  private int told(Reference reference) {
    List<String> table = reference.to().relation().words();
    return (int)
        reference.from().words().stream()
            .filter(word -> !table.contains(word) && cues.tell(word))
            .count();
  }

  private boolean fallback(Reference reference) {
    return part(reference.from())
        && schema.links(reference.from().relation(), reference.to().relation());
  }

  /** Whether a column says who plays a part, and nobody named it. */
  boolean part(Attribute attribute) {
    return schema.roles().stream()
        .anyMatch(role ->
            role.reference().from() == attribute
                && !role.own().isEmpty()
                && told(role.reference()) == 0);
  }
}
