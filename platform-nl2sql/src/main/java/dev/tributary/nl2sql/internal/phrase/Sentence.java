package dev.tributary.nl2sql.internal.phrase;

import dev.tributary.nl2sql.internal.ground.Grounding;
import dev.tributary.nl2sql.internal.ground.Link;
import dev.tributary.nl2sql.internal.ground.Span;
import dev.tributary.nl2sql.internal.schema.Relation;
import dev.tributary.nl2sql.internal.words.Lexicon;
import dev.tributary.nl2sql.internal.words.Measure;
import dev.tributary.nl2sql.internal.words.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words of a question, as phrases look at them. Positions past the end are nothing. */
public final class Sentence {
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "any", "some", "all", "its", "their", "his", "her", "of", "those",
          "these", "s", "single", "more", "other", "also");

  private static final double COMPOUND = 0.85;

  private final Grounding grounding;
  private final Lexicon lexicon;
  private final LocalDate today;

  /**
   * Prepares.
   *
   * @param grounding the tokens and what they may stand for
   * @param lexicon what English says about words
   * @param today the day from which yesterday is counted
   */
  public Sentence(Grounding grounding, Lexicon lexicon, LocalDate today) {
    this.today = today;
    this.grounding = grounding;
    this.lexicon = lexicon;
  }

  /** How many tokens there are. */
  public int size() {
    return grounding.tokens().size();
  }

  /** The token at a position. */
  public Token token(int at) {
    return grounding.tokens().get(at);
  }

  LocalDate today() {
    return today;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** The word at a position; empty past the end and for quoted text. */
  String word(int at) {
    if (at < 0 || at >= size() || token(at).kind() == Token.Kind.QUOTED) {
      return "";
    }
    return token(at).word();
  }

  boolean is(int at, String... words) {
    String word = word(at);
    for (String each : words) {
      if (word.equals(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word ends as several things do; bus and class do not. */
  boolean plural(int at) {
    return word(at).matches(".{2,}[^sui]s");
  }

  /** Whether a word is its own stem, so that it hardly names several things. */
  boolean singular(int at) {
    return at < size() && !word(at).endsWith("s") && word(at).startsWith(token(at).stem());
  }

  boolean anywhere(String word) {
    for (int at = 0; at < size(); at++) {
      if (is(at, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the question asks for something on top of what it asked before. */
  boolean also() {
    for (int at = 0; at < size(); at++) {
      if (is(at, "also", "too") || after(at, "as well") >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The position after a sequence of words, or -1. */
  int after(int at, String phrase) {
    String first = word(at);
    if (first.isEmpty() || !phrase.startsWith(first)) {
      return -1;
    }
    int position = at;
    for (String word : phrase.split(" ")) {
      if (!word(position).equals(word)) {
        return -1;
      }
      position++;
    }
    return position;
  }

  /** The position after the first of several phrases that stands here, or -1. */
  int afterAny(int at, String... phrases) {
    for (String phrase : phrases) {
      int next = after(at, phrase);
      if (next >= 0) {
        return next;
      }
    }
    return -1;
  }

  /** The first position that is not one of these words. */
  int skip(int at, Set<String> words) {
    int position = at;
    while (position < size() && words.contains(word(position))) {
      position++;
    }
    return position;
  }

  /** The first position that is not an article or the like. */
  int noun(int at) {
    return skip(at, ARTICLES);
  }

  @Nullable Measure measure(int at) {
    return lexicon.measure(word(at));
  }

  /** The tables of those who do what the question says, as the word at a position may mean them. */
  List<Mention> doers(int at) {
    return grounding.doers().stream().map(link -> new Mention(at, at + 1, List.of(link))).toList();
  }

  /** The columns words may stand for: for each length, one mention. */
  List<Mention> columns(int at) {
    List<Mention> found = columnsNamed(at);
    found.addAll(compounds(at, found, this::columnsNamed));
    return found;
  }

  /** The tables words may stand for: for each length and table, one mention. */
  List<Mention> tables(int at) {
    List<Mention> found = tablesNamed(at);
    found.addAll(compounds(at, found, this::tablesNamed));
    return found;
  }

  /** Car models: the name of a table may only say of what kind the things named next are. */
  private List<Mention> compounds(int at, List<Mention> known, IntFunction<List<Mention>> heads) {
    List<Mention> found = new ArrayList<>();
    for (Mention kind : done(at) || whose(at) ? List.<Mention>of() : tablesNamed(at)) {
      for (Mention head : heads.apply(kind.to())) {
        List<Link> links = head.links().stream().map(link -> link.weaker(COMPOUND)).toList();
        boolean loose = head.to() > head.from() + 2;
        if (!loose
            && known.stream()
                .noneMatch(
                    each -> each.to() == head.to() && (each.meets(head) || owned(each, kind)))) {
          found.add(new Mention(at, head.to(), links));
        }
      }
    }
    return found;
  }

  /** Observed stars are no stars of an observation, but stars somebody observed. */
  private boolean done(int at) {
    return word(at).matches("\\w{3,}ed")
        && tablesNamed(at).stream().allMatch(table -> table.weakness() > 0);
  }

  /** Who asks which station's engines asks for stations. */
  boolean whose(int at) {
    return is(at - 1, "which", "what") && token(at).possessive();
  }

  /** Invoiced amount, where there is one of invoices. */
  private static boolean owned(Mention column, Mention table) {
    return column.links().stream()
        .anyMatch(link ->
            link instanceof Link.ToAttribute to
                && to.named()
                && to.attribute().relation() == table.links().get(0).target());
  }

  private List<Mention> columnsNamed(int at) {
    List<Mention> found = new ArrayList<>();
    for (Span span : spans(at)) {
      List<Link> links = span.links().stream().filter(link -> column(span, link)).toList();
      if (!links.isEmpty()) {
        found.add(new Mention(span.from(), span.to(), links));
      }
    }
    return found;
  }

  /** Orders per customer are no column of orders, as miles per gallon may be one of cars. */
  private boolean column(Span span, Link link) {
    return link instanceof Link.ToAttribute to
        && !(to.named()
            && IntStream.range(span.from(), span.to()).anyMatch(word -> is(word, "per")));
  }

  private List<Mention> tablesNamed(int at) {
    List<Mention> found = new ArrayList<>();
    for (Span span : spans(at)) {
      Map<Relation, Link> best = new LinkedHashMap<>();
      for (Link link : span.links()) {
        if (link instanceof Link.ToRelation relation) {
          best.putIfAbsent(relation.relation(), link);
        }
      }
      best.values().forEach(link -> found.add(new Mention(span.from(), span.to(), List.of(link))));
    }
    return found;
  }

  /** The stored texts words may stand for: for each length, all. */
  List<Span> values(int at) {
    List<Span> found = new ArrayList<>();
    for (Span span : spans(at)) {
      List<Link> links = span.links().stream().filter(Link.ToValue.class::isInstance).toList();
      if (!links.isEmpty()) {
        found.add(new Span(span.from(), span.to(), links));
      }
    }
    return found;
  }

  /** Cancel the order of Ann: nothing is asked, something is to be done. */
  boolean commands() {
    int verb = is(0, "please") ? 1 : 0;
    return lexicon.change(word(verb))
        && is(
            verb + 1, "the", "a", "an", "all", "every", "this", "that", "these", "those", "my",
            "our", "his", "her", "their", "any", "each");
  }

  boolean linked(int at) {
    return !spans(at).isEmpty();
  }

  private List<Span> spans(int at) {
    return at >= 0 && at < size() ? grounding.spans().get(at) : List.of();
  }

  /** The number of members for companies: what is counted, and what for. */
  boolean apart(Mention column) {
    for (int at = column.from(); at < column.to(); at++) {
      if (is(at, "for", "per") && !tables(column.from()).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
