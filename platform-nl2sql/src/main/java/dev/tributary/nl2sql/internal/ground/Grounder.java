package dev.tributary.nl2sql.internal.ground;

import dev.tributary.nl2sql.internal.catalog.StoredValue;
import dev.tributary.nl2sql.internal.catalog.ValueIndex;
import dev.tributary.nl2sql.internal.schema.Attribute;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.schema.Schema;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Stems;
import dev.tributary.nl2sql.internal.words.Texts;
import dev.tributary.nl2sql.internal.words.Token;
import dev.tributary.nl2sql.internal.words.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Links the words of questions to tables, columns and stored texts of a schema. Thread-safe. */
public final class Grounder {
  private static final int MAX_NAME = 7;

  /** How well the name of who does something fits what is done. */
  private static final double OTHER = 0.95;

  /** How well at least a part of a name fits. */
  private static final double PART = 0.6;

  /** Words between those of a name. */
  static final Set<String> JOINTS =
      Set.of("of", "the", "for", "in", "per", "s", "their", "its", "his", "her");

  /** Words before what somebody does. */
  private static final Set<String> WHO = Set.of("who", "has", "have", "had");

  /** Words that make a noun of a verb: log in, sign up, check out. */
  private static final Set<String> PARTICLES = Set.of("in", "on", "up", "out", "off");

  private final Schema schema;
  private final Vocabulary vocabulary;
  private final ValueIndex values;
  private final Lexicon lexicon;
  private final Tokens tokenizer;
  private final Spelling spelling;
  private final Flags flags;
  private final Stems stems;

  /**
   * Prepares.
   *
   * @param schema the tables
   * @param values the texts stored in them
   * @param lexicon what English says about words
   * @param stems what brings words to their stems
   */
  public Grounder(Schema schema, ValueIndex values, Lexicon lexicon, Stems stems) {
    this.schema = schema;
    this.vocabulary = new Vocabulary(schema, lexicon, stems);
    this.values = values;
    this.lexicon = lexicon;
    this.tokenizer = new Tokens(stems);
    this.flags = new Flags(schema, lexicon, stems);
    this.stems = stems;
    this.spelling = new Spelling(vocabulary.stems());
  }

  /**
   * Links the words of a question.
   *
   * @param question the question
   * @return its tokens and what they may stand for
   */
  public Grounding of(String question) {
    List<Token> tokens = tokenizer.of(question);
    Map<String, Optional<String>> corrected = new HashMap<>();
    List<List<Span>> spans = new ArrayList<>();
    for (int from = 0; from < tokens.size(); from++) {
      List<Span> here = new ArrayList<>();
      for (int to = Math.min(tokens.size(), from + ValueIndex.MAX_WORDS); to > from; to--) {
        span(tokens, from, to, corrected).ifPresent(here::add);
      }
      spans.add(here);
    }
    return new Grounding(tokens, spans, doers(tokens));
  }

  /** Who kept the light is one of the keepers. */
  private List<Link.ToRelation> doers(List<Token> tokens) {
    int verb = 0;
    while (verb < tokens.size() && WHO.contains(tokens.get(verb).word())) {
      verb++;
    }
    if (verb == 0 || verb == tokens.size()) {
      return List.of();
    }
    Token done = tokens.get(verb);
    return schema.relations().stream()
        .filter(table -> lexicon.does(done, table.words().get(table.words().size() - 1), stems))
        .map(table -> new Link.ToRelation(table, 1))
        .toList();
  }

  /**
   * Names that come near a word.
   *
   * @param word a word that stands for nothing
   * @return names, the nearest first; at most three
   */
  public List<String> nearest(String word) {
    return spelling.nearest(word);
  }

  private Optional<Span> span(
      List<Token> tokens, int from, int to, Map<String, Optional<String>> corrected) {
    Map<Object, Link> links = new LinkedHashMap<>();
    if (to - from <= MAX_NAME) {
      List<Link> names = names(tokens, from, to, corrected);
      boolean exact = names.stream().anyMatch(Grounder::whole);
      names.forEach(
          link -> links.merge(target(link), told(link, exact, tokens, from, to), Grounder::better));
    }
    if (to - from == 1) {
      String stem = tokens.get(from).stem();
      links
          .values()
          .removeIf(link -> link instanceof Link.ToAttribute a && flags.says(stem, a.attribute()));
      flags.of(stem).forEach(link -> links.put(target(link), link));
    }
    List<Link> texts = texts(tokens, from, to);
    texts.forEach(link -> links.merge(target(link), link, Grounder::better));
    if (to - from == 1) {
      flags.marked(tokens.get(from).word()).stream()
          .filter(mark -> texts.stream().noneMatch(text -> says(text, mark.attribute().relation())))
          .forEach(mark -> links.put(target(mark), mark));
    }
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Span(
                from,
                to,
                links.values().stream()
                    .map(link -> links.size() == 1 ? sole(link) : link)
                    .sorted(Comparator.comparingDouble(Link::strength).reversed())
                    .toList()));
  }

  /** A part of a name that is part of no other name says nearly as much as the whole of it. */
  private static Link sole(Link link) {
    return link instanceof Link.ToAttribute(var attribute, var strength, var named)
            && strength >= PART
            && !attribute.flag()
        ? new Link.ToAttribute(attribute, (1 + strength) / 2, named)
        : link;
  }

  /** Whether a text of a table says itself what has happened. */
  private static boolean says(Link text, Relation relation) {
    return text instanceof Link.ToValue value && value.attribute().relation() == relation;
  }

  /**
   * A part of a table's name fits better where the rest of it is said elsewhere, unless it is the
   * whole name of another.
   */
  private static Link told(Link link, boolean exact, List<Token> tokens, int from, int to) {
    if (!(link instanceof Link.ToRelation(var relation, var strength))) {
      return link;
    }
    List<String> words = relation.words();
    if (agent(words.get(words.size() - 1)) != agent(tokens.get(to - 1).word())) {
      return link.weaker(OTHER);
    }
    if (strength >= 0.9 || exact) {
      return link;
    }
    List<String> rest =
        relation.words().stream().filter(word -> !said(word, tokens.subList(from, to))).toList();
    boolean elsewhere = rest.stream().allMatch(word -> said(word, tokens));
    return elsewhere && rest.size() < relation.words().size()
        ? new Link.ToRelation(relation, strength + 0.1)
        : link;
  }

  /** A repair is no repairer, though both have one stem. */
  private static boolean agent(String word) {
    return word.matches("\\w{3,}[eo]rs?");
  }

  private static boolean said(String word, List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.is(word) || token.stem().equals(word));
  }

  private static Object target(Link link) {
    return switch (link) {
      case Link.ToRelation relation -> relation.relation();
      case Link.ToAttribute attribute -> attribute.attribute();
      case Link.ToValue value -> value.attribute() + "=" + value.text();
    };
  }

  private static Link better(Link a, Link b) {
    return b.strength() > a.strength() ? b : a;
  }

  private List<Link> names(
      List<Token> tokens, int from, int to, Map<String, Optional<String>> corrected) {
    List<Token> part = tokens.subList(from, to);
    List<Link> action = action(part);
    if (!action.isEmpty()) {
      return action;
    }
    if (!part.stream().allMatch(token -> token.kind() == Token.Kind.WORD)
        || JOINTS.contains(part.get(0).word())
        || JOINTS.contains(part.get(part.size() - 1).word())) {
      return List.of();
    }
    List<Token> words = part.stream().filter(token -> !JOINTS.contains(token.word())).toList();
    List<String> stems = words.stream().map(Token::stem).toList();
    List<Link> found = new ArrayList<>(vocabulary.find(stems));
    List<String> all = words.stream().map(vocabulary::akin).toList();
    if (all.size() > 1 && !all.equals(stems)) {
      found.addAll(weaker(all, 0.9));
    }
    if (part.get(0).is("number") && part.size() > 2) {
      found.removeIf(Grounder::identifies);
    }
    if (words.size() < part.size() && table(words.get(0)) && table(words.get(words.size() - 1))) {
      found.removeIf(Link.ToRelation.class::isInstance);
    }
    for (int i = 0; i < stems.size(); i++) {
      int at = i;
      for (String other : lexicon.synonyms(stems.get(i))) {
        weaker(replaced(stems, at, other), 0.85).forEach(found::add);
      }
      String stem = stems.get(i);
      String akin = vocabulary.akin(words.get(i));
      boolean small = part.size() == 1 && lexicon.filler(part.get(0).word());
      if (!akin.equals(stem) && !small) {
        found.addAll(weaker(replaced(stems, at, akin), 0.9));
      }
      if (!vocabulary.knows(stem)
          && !lexicon.filler(part.get(Math.min(i, part.size() - 1)).word())) {
        corrected
            .computeIfAbsent(stem, spelling::corrected)
            .ifPresent(other -> found.addAll(weaker(replaced(stems, at, other), 0.85)));
      }
    }
    found.removeIf(link -> part.size() == 1 && doing(part.get(0), link));
    return found;
  }

  /** Publications in a domain are two things, whatever links them. */
  private boolean table(Token word) {
    return vocabulary.find(List.of(word.stem())).stream().anyMatch(Grounder::whole);
  }

  /** Whether words are the name of a table, and no part of it. */
  private static boolean whole(Link link) {
    return link instanceof Link.ToRelation && link.strength() >= OTHER;
  }

  /** Those who log in do what is called a login. */
  private List<Link> action(List<Token> part) {
    if (part.size() != 2 || !PARTICLES.contains(part.get(1).word())) {
      return List.of();
    }
    String noun = part.get(0).stem() + part.get(1).word();
    return vocabulary.knows(noun) ? weaker(List.of(noun), 0.9) : List.of();
  }

  /** What is still running has nothing to do with a print run. */
  private boolean doing(Token token, Link link) {
    return link instanceof Link.ToAttribute(var attribute, var strength, var named)
        && strength < 0.8
        && token.word().endsWith("ing")
        && lexicon.relation(token.word())
        && !attribute.words().contains(token.word());
  }

  /** The number of flights is no flight number. */
  private static boolean identifies(Link link) {
    return link instanceof Link.ToAttribute to
        && (!to.attribute().numeric() || to.attribute().partOfKey());
  }

  private static List<String> replaced(List<String> words, int position, String other) {
    List<String> copy = new ArrayList<>(words);
    copy.set(position, other);
    return copy;
  }

  private List<Link> weaker(List<String> words, double worth) {
    return vocabulary.find(words).stream().map(link -> link.weaker(worth)).toList();
  }

  private List<Link> texts(List<Token> tokens, int from, int to) {
    boolean single = to - from == 1;
    Token first = tokens.get(from);
    boolean quoted = first.kind() == Token.Kind.QUOTED;
    if (!single && (quoted || tokens.get(to - 1).kind() == Token.Kind.MARK)) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Token token : tokens.subList(from, to)) {
      if (token.kind() == Token.Kind.QUOTED && !single) {
        return List.of();
      }
      words.addAll(Texts.words(token.text()));
    }
    if (words.isEmpty()
        || (first.kind() == Token.Kind.MARK && !first.text().equals("("))
        || (single && !quoted && ordinary(first))) {
      return List.of();
    }
    List<Link> found = new ArrayList<>();
    values.exact(words).forEach(value -> value(value, 1, found));
    values.similar(words).forEach(value -> value(value, 0.95, found));
    String text = String.join(" ", words);
    for (String place : lexicon.places(text)) {
      values.exact(List.of(place.split(" "))).forEach(value -> value(value, 0.9, found));
    }
    countries(text, found);
    if (single) {
      sexes(first, found);
    }
    return found;
  }

  /** A word that is stored somewhere by chance, such as "a" or "name", is not looked up. */
  private boolean ordinary(Token token) {
    boolean small = token.word().length() == 1 && !token.capital();
    return small || (lexicon.filler(token.word()) && !token.text().matches("\\p{Lu}{2,}"));
  }

  private void countries(String text, List<Link> found) {
    String code = lexicon.country(text);
    if (code == null) {
      return;
    }
    for (StoredValue value : values.exact(List.of(code))) {
      attribute(value)
          .filter(at -> at.words().contains("country") || at.words().contains("nation"))
          .ifPresent(at -> found.add(new Link.ToValue(at, value.text(), 0.95)));
    }
  }

  private void sexes(Token token, List<Link> found) {
    for (String stored : lexicon.sexes(token.word())) {
      for (StoredValue value : values.exact(List.of(stored))) {
        attribute(value)
            .filter(at -> at.words().contains("sex") || at.words().contains("gender"))
            .ifPresent(at -> found.add(new Link.ToValue(at, value.text(), 0.95)));
      }
    }
  }

  private void value(StoredValue value, double strength, List<Link> found) {
    boolean clean = value.text().equals(value.text().strip());
    double worth = clean ? strength : strength - 0.75;
    attribute(value).ifPresent(at -> found.add(new Link.ToValue(at, value.text(), worth)));
  }

  private Optional<Attribute> attribute(StoredValue value) {
    return schema.relation(value.table()).flatMap(table -> table.attribute(value.column()));
  }
}
