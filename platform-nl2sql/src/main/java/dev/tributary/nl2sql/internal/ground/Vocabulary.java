package dev.tributary.nl2sql.internal.ground;

import dev.tributary.api.query.AnswerColumn.Kind;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Display;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Role;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Identifiers;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import dev.tributary.nl2sql.internal.words.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words the tables and columns of a schema go by. Immutable once built. */
final class Vocabulary {
  private final Map<String, List<Link>> links = new HashMap<>();
  private final Set<String> stems = new HashSet<>();
  private final Map<String, String> roots = new HashMap<>();
  private final Set<String> tableStems = new HashSet<>();
  private final Set<List<String>> tables = new HashSet<>();
  private final Shortened shortened;
  private final Lexicon lexicon;
  private final Stems stemmer;

  Vocabulary(Schema schema, Lexicon lexicon, Stems stemmer) {
    this.lexicon = lexicon;
    this.stemmer = stemmer;
    schema.relations().forEach(relation -> tableStems.addAll(words(relation.words())));
    schema.relations().forEach(relation -> tables.add(words(relation.words())));
    schema.relations().forEach(this::add);
    schema.roles().forEach(this::add);
    this.shortened = new Shortened(stems);
  }

  /** The links of words, whatever their order. */
  List<Link> find(List<String> words) {
    return links.getOrDefault(key(words), List.of());
  }

  /** Whether a name contains a word with this stem. */
  boolean knows(String stem) {
    return stems.contains(stem);
  }

  /** A stem of a name with the same root as a word, or cut short; its own stem if there is none. */
  String akin(Token token) {
    String stem = token.stem();
    if (stems.contains(stem)) {
      return stem;
    }
    String root = roots.get(stemmer.root(stem));
    if (root != null) {
      return root;
    }
    boolean small = stem.length() < 4 || lexicon.filler(token.word());
    return small ? stem : shortened.of(stem).or(() -> shortened.of(token.word())).orElse(stem);
  }

  /** All stems of words in names, in alphabetical order. */
  Set<String> stems() {
    return new TreeSet<>(stems);
  }

  private void add(Relation relation) {
    List<String> words = words(relation.words());
    List<String> core = words.stream().filter(word -> !lexicon.tableWord(word)).toList();
    Names names = new Names();
    names.put(words, 1);
    relation.table().synonyms().forEach(synonym -> names.put(words(synonym), 0.95));
    if (!core.isEmpty()) {
      names.put(core, 0.95);
      names.put(core.subList(core.size() - 1, core.size()), core.size() == 1 ? 0.95 : 0.75);
      head(relation, core, names);
    }
    names.each((name, strength) -> link(name, new Link.ToRelation(relation, strength)));
    relation.attributes().forEach(attribute -> add(attribute, core.isEmpty() ? words : core));
  }

  /** Home team, home team name, salary of the manager. */
  private void add(Role role) {
    List<String> part = words(role.words());
    List<String> own = words(role.own());
    if (own.isEmpty() || tables.contains(part)) {
      return;
    }
    Relation player = role.player();
    if (role.reference().from().numeric()) {
      link(part, new Link.ToRelation(player, 0.9));
    }
    for (Attribute attribute : player.attributes()) {
      Names names = new Names();
      List<String> words = words(attribute.words());
      names.put(joined(part, words), 0.95);
      names.put(joined(own, words), 0.95);
      if (Display.of(player).equals(List.of(attribute))) {
        names.put(joined(part, List.of("name")), 0.95);
        names.put(joined(own, List.of("name")), 0.9);
      }
      names.each((name, strength) -> link(name, new Link.ToAttribute(attribute, strength, true)));
    }
  }

  /** Payments received are payments: what a verb follows is what there is in the table. */
  private void head(Relation relation, List<String> core, Names names) {
    List<String> parts = relation.words();
    boolean verb = core.size() > 1 && lexicon.relation(parts.get(parts.size() - 1));
    List<String> head = core.subList(0, core.size() - 1);
    if (verb && !tables.contains(head)) {
      names.put(head, 0.8);
    }
  }

  private void add(Attribute attribute, List<String> table) {
    List<String> words = words(attribute.words());
    Names named = new Names();
    Names plain = new Names();
    plain.put(words, 1);
    plain.put(attribute.words().stream().map(stemmer::of).toList(), 1);
    attribute.column().synonyms().forEach(synonym -> plain.put(words(synonym), 0.95));
    List<String> own = words.stream().filter(word -> !table.contains(word)).toList();
    List<String> last = table.subList(table.size() - 1, table.size());
    if (own.size() < words.size()) {
      named.put(words, 1);
      plain.put(own, 0.98);
    } else {
      named.put(joined(table, own), 1);
      named.put(joined(last, own), 0.95);
    }
    attribute
        .relation()
        .table()
        .synonyms()
        .forEach(synonym -> named.put(joined(words(synonym), own), 0.95));
    parts(words, table, plain);
    parts(own, table, plain);
    if (own.size() > 1) {
      Names inner = new Names();
      parts(own, table, inner);
      List<String> said = own.stream().filter(word -> !lexicon.formWord(word)).toList();
      inner.put(said.stream().allMatch(lexicon::filler) ? said : List.of(), 0.8);
      inner.each((name, strength) -> named.put(joined(last, name), strength));
      for (String synonym : attribute.relation().table().synonyms()) {
        inner.each((name, strength) -> named.put(joined(words(synonym), name), 0.95 * strength));
      }
    }
    calls(attribute, table, named, plain);
    dates(attribute, words, plain);
    dimensions(attribute, words, plain);
    double worth = attribute.reference() ? (attribute.numeric() ? 0.8 : 0.95) : 1;
    // Late flights are flights that are late, and no name of the column that says which are.
    if (!attribute.flag() || own.size() < words.size()) {
      named.each((name, s) -> link(name, new Link.ToAttribute(attribute, s * worth, true)));
    }
    plain.each((name, s) -> {
      if (!named.has(name)) {
        link(name, new Link.ToAttribute(attribute, s * worth, false));
      }
    });
  }

  /** What shows a row is its name, and what tells it apart its id, whatever they are called. */
  private void calls(Attribute attribute, List<String> table, Names named, Names plain) {
    String word = "";
    if (Display.of(attribute.relation()).equals(List.of(attribute))) {
      word = "name";
    } else if (attribute.key()) {
      word = "id";
    }
    List<String> own = words(attribute.words());
    if (attribute.column().kind() == Kind.TEXT && own.size() == 1) {
      plain.put(joined(own, List.of("name")), 0.85);
    }
    if (!word.isEmpty()) {
      plain.put(List.of(word), 0.9);
      named.put(joined(table, List.of(word)), 0.95);
      named.put(joined(table.subList(table.size() - 1, table.size()), List.of(word)), 0.9);
    }
  }

  /** Minutes of response are a response time, kilograms alone a weight. */
  private void dimensions(Attribute attribute, List<String> words, Names plain) {
    int last = words.size() - 1;
    if (!attribute.numeric() || attribute.key() || attribute.reference()) {
      return;
    }
    String unit = attribute.words().get(attribute.words().size() - 1);
    List<String> core = words.subList(0, last);
    for (String dimension : lexicon.dimensions(stemmer.of(unit))) {
      plain.put(joined(core, List.of(dimension)), core.isEmpty() ? 0.65 : 0.7);
    }
  }

  /** Joined on is the joining date, signed up at the time of signup. */
  private void dates(Attribute attribute, List<String> words, Names plain) {
    int last = words.size() - 1;
    List<String> event =
        words.stream().filter(word -> !word.equals("year") && !word.equals("date")).toList();
    if (last == 1 && event.size() == 1 && !lexicon.filler(event.get(0))) {
      plain.put(event, 0.65);
    }
    if (!attribute.temporal() || last < 1 || !List.of("on", "at").contains(words.get(last))) {
      return;
    }
    List<String> core = words.subList(0, last);
    List<List<String>> cores = new ArrayList<>(List.of(core));
    if (core.size() == 2 && core.get(1).equals("up")) {
      cores.add(List.of(String.join("", core)));
    }
    for (List<String> each : cores) {
      plain.put(joined(each, List.of("date")), 0.95);
      plain.put(joined(each, List.of("time")), 0.9);
    }
  }

  /** Names without the words that only say in which form something is given, and single words. */
  private void parts(List<String> words, List<String> table, Names names) {
    if (words.size() < 2) {
      return;
    }
    List<String> core = words.stream().filter(word -> !lexicon.formWord(word)).toList();
    part(core, 0.8, table, names);
    for (int from = 1; from < words.size(); from++) {
      part(words.subList(from, words.size()), 0.75, table, names);
      part(words.subList(0, from), 0.6, table, names);
    }
  }

  /** A part that only names the table, or says nothing, is no name. */
  private void part(List<String> part, double strength, List<String> table, Names names) {
    boolean other = part.size() == 1 && tableStems.contains(part.get(0)) && strength > 0.75;
    if (!other
        && !table.containsAll(part)
        && !part.stream().allMatch(word -> lexicon.filler(word) || lexicon.unit(word))) {
      names.put(part, strength);
    }
  }

  private static List<String> joined(List<String> table, List<String> own) {
    List<String> all = new ArrayList<>(table);
    all.addAll(own);
    return all;
  }

  private void link(List<String> name, Link link) {
    stems.addAll(name);
    name.forEach(word -> roots.putIfAbsent(stemmer.root(word), word));
    links.computeIfAbsent(key(name), key -> new ArrayList<>()).add(link);
  }

  private List<String> words(String synonym) {
    List<String> all = Identifiers.words(synonym);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean inner = i > 0 && i + 1 < all.size();
      if (!inner || !Grounder.JOINTS.contains(all.get(i))) {
        words.add(all.get(i));
      }
    }
    return words(words);
  }

  private List<String> words(List<String> parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      for (String piece : pieces(part)) {
        for (String word : lexicon.unfolded(piece)) {
          if (!word.equals("of") && !word.equals("the") && !word.equals("per")) {
            words.add(whole(stemmer.of(word)));
          }
        }
      }
    }
    return List.copyOf(words);
  }

  /** A name in one piece, such as cityname, is cut before a word that says its form. */
  private List<String> pieces(String part) {
    for (String form : List.of("name", "code", "date", "type", "number", "year")) {
      int cut = part.length() - form.length();
      if (cut >= 3 && part.endsWith(form) && !part.equals("surname")) {
        return List.of(part.substring(0, cut), form);
      }
    }
    boolean id = part.length() > 4 && part.endsWith("id");
    String before = id ? part.substring(0, part.length() - 2) : part;
    boolean ofTable = tableStems.stream().anyMatch(word -> word.startsWith(before));
    return id && ofTable ? List.of(before, "id") : List.of(part);
  }

  /** A word cut short, such as stu where there is a table of students, is made whole. */
  private String whole(String stem) {
    if (stem.length() < 3 || tableStems.contains(stem)) {
      return stem;
    }
    Set<String> longer = new LinkedHashSet<>();
    tableStems.stream()
        .filter(word -> word.length() > stem.length() + 1 && word.startsWith(stem))
        .forEach(longer::add);
    return longer.size() == 1 && stem.length() <= 4 ? longer.iterator().next() : stem;
  }

  private static String key(List<String> words) {
    return String.join(" ", new TreeSet<>(words));
  }
}
