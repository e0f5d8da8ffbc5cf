package dev.tributary.nl2sql.internal.words;

import dev.tributary.nl2sql.internal.list.SectionedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What everyday English says about words, read from the text beside this class. Immutable. */
public final class Lexicon {
  private final Set<String> fillers;
  private final Stems stems;
  private final Set<String> relations;
  private final Set<String> changes;
  private final Set<String> telling = new HashSet<>();
  private final Map<String, Measure> measures = new HashMap<>();
  private final Map<String, Set<String>> synonyms = new HashMap<>();
  private final Map<String, List<String>> shortForms = new HashMap<>();
  private final Set<String> tableWords;
  private final Set<String> formWords;
  private final Set<String> units;
  private final Map<String, Set<String>> places = new HashMap<>();
  private final Map<String, Set<String>> sexes = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Set<String>> likes = new HashMap<>();
  private final Map<String, Set<String>> contraries = new HashMap<>();
  private final Map<String, Set<String>> parts = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, Set<String>> dimensions = new HashMap<>();

  private Lexicon(Map<String, List<String>> sections, Stems stems) {
    this.stems = stems;
    fillers = words(sections, "filler");
    relations = words(sections, "relation");
    words(sections, "telling").forEach(word -> telling.add(stems.root(stems.of(word))));
    changes = words(sections, "change");
    tableWords = words(sections, "table");
    formWords = words(sections, "form");
    units = words(sections, "unit");
    rows(sections, "measure").forEach(this::measure);
    rows(sections, "synonym").forEach(row -> synonym(row, stems));
    rows(sections, "short").forEach(row -> shortForms.put(row.get(0), row.subList(1, row.size())));
    rows(sections, "place")
        .forEach(row -> place(row.get(0), String.join(" ", row.subList(1, row.size()))));
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      countries.put(name.toLowerCase(Locale.ROOT), code.toLowerCase(Locale.ROOT));
    }
    lines(sections, "contrary").forEach(line -> contrary(line, stems));
    lines(sections, "part").forEach(line -> part(line, stems));
    lines(sections, "alias").forEach(this::aliases);
    lines(sections, "dimension").forEach(this::dimension);
    rows(sections, "irregular").forEach(row -> row.forEach(form -> bases.put(form, row.get(0))));
    rows(sections, "sex").forEach(row -> sexes.put(row.get(0), new HashSet<>(row)));
  }

  /**
   * Reads the lexicon.
   *
   * @param stems what brings its words to their stems
   * @return the lexicon
   */
  public static Lexicon english(Stems stems) {
    return new Lexicon(SectionedText.read(Lexicon.class, "lexicon.txt"), stems);
  }

  private static List<String> lines(Map<String, List<String>> sections, String name) {
    return sections.getOrDefault(name, List.of());
  }

  private static List<List<String>> rows(Map<String, List<String>> sections, String name) {
    return lines(sections, name).stream().map(line -> Arrays.asList(line.split(" +"))).toList();
  }

  private static Set<String> words(Map<String, List<String>> sections, String name) {
    Set<String> words = new HashSet<>();
    rows(sections, name).forEach(words::addAll);
    return Set.copyOf(words);
  }

  private void measure(List<String> row) {
    boolean high = row.get(3).equals("high");
    List<String> of = new ArrayList<>(row.subList(4, row.size()));
    boolean anything = of.remove("*");
    Measure.Degree[] degrees = Measure.Degree.values();
    for (int i = 0; i < degrees.length; i++) {
      if (!row.get(i).equals("-")) {
        measures.put(row.get(i), new Measure(degrees[i], high, anything, of));
      }
    }
  }

  private void synonym(List<String> row, Stems stems) {
    List<String> group = row.stream().map(stems::of).toList();
    for (String word : group) {
      Set<String> others = synonyms.computeIfAbsent(word, key -> new HashSet<>());
      others.addAll(group);
      others.remove(word);
    }
  }

  private void place(String people, String place) {
    places.computeIfAbsent(people, key -> new HashSet<>()).add(place);
    if (!place.contains(" ")) {
      return;
    }
    places.computeIfAbsent(people, key -> new HashSet<>()).add(people);
  }

  private void contrary(String line, Stems stems) {
    List<Set<String>> sides = new ArrayList<>();
    for (String side : line.split("\\|")) {
      Set<String> words = new HashSet<>();
      for (String word : side.strip().split(" +")) {
        words.add(stems.of(word));
      }
      sides.add(words);
    }
    for (int i = 0; i < 2; i++) {
      for (String word : sides.get(i)) {
        likes.put(word, sides.get(i));
        contraries.put(word, sides.get(1 - i));
      }
    }
  }

  private void part(String line, Stems stems) {
    int bar = line.indexOf('|');
    Set<String> cues = Set.of(line.substring(bar + 1).strip().split(" +"));
    for (String name : line.substring(0, bar).strip().split(" +")) {
      parts.put(stems.of(name), cues);
    }
  }

  private void dimension(String line) {
    int bar = line.indexOf('|');
    Set<String> measured = new HashSet<>();
    for (String word : line.substring(bar + 1).strip().split(" +")) {
      measured.add(stems.of(word));
    }
    for (String unit : line.substring(0, bar).strip().split(" +")) {
      dimensions.put(stems.of(unit), measured);
    }
  }

  private void aliases(String line) {
    List<String> names = Arrays.asList(line.split("\\|"));
    for (String name : names) {
      places.computeIfAbsent(name, key -> new HashSet<>()).addAll(names);
    }
  }

  /** Whether a word carries no meaning of its own. */
  public boolean filler(String word) {
    return fillers.contains(word);
  }

  /** Whether a word says no more than that two things have to do with each other. */
  public boolean relation(String word) {
    return relations.contains(word);
  }

  /**
   * Whether a word that begins a sentence asks for the data to be changed.
   *
   * @param word a word
   * @return whether it does
   */
  public boolean change(String word) {
    return changes.contains(word);
  }

  /** Whether a verb says how something went, so that it must not be passed over. */
  public boolean telling(String stem) {
    return telling.contains(stems.root(base(stem)));
  }

  /** What a word measures; null if it does not. */
  public @Nullable Measure measure(String word) {
    return measures.get(word);
  }

  /** Stems that can stand for a stem. */
  public Set<String> synonyms(String stem) {
    return synonyms.getOrDefault(stem, Set.of());
  }

  /** The words a part of a name is short for; itself if it is not. */
  public List<String> unfolded(String part) {
    return shortForms.getOrDefault(part, List.of(part));
  }

  /** Whether a word in the name of a table only says that it is one. */
  public boolean tableWord(String word) {
    return tableWords.contains(word);
  }

  /** Whether a word in the name of a column only says in which form something is given. */
  public boolean formWord(String word) {
    return formWords.contains(word) || units.contains(word);
  }

  /** Whether a word in the name of a column only says in which unit something is given. */
  public boolean unit(String word) {
    return units.contains(word);
  }

  /** Other names of a place, or of the place of some people; in words apart by a blank. */
  public Set<String> places(String words) {
    return places.getOrDefault(words, Set.of());
  }

  /** Stems that say the same as one that says yes or no; none if it does not. */
  public Set<String> likes(String stem) {
    return likes.getOrDefault(stem, Set.of());
  }

  /** Words that tell who plays a part that goes by a stem, such as from for the source. */
  public Set<String> parts(String stem) {
    return parts.getOrDefault(stem, Set.of());
  }

  /** The verb a form such as led belongs to; the word itself if it is none that is irregular. */
  public String base(String word) {
    return bases.getOrDefault(word, word);
  }

  /**
   * Whether a word says what somebody does, as led of a leader and owns of an owner.
   *
   * @param token the word
   * @param agent what somebody is called who does it
   * @param stems what brings words to their stems
   * @return whether it does
   */
  public boolean does(Token token, String agent, Stems stems) {
    String singular = stems.of(agent);
    String verb = singular.replaceFirst("(?<=\\w{3})[eo]?r$", "");
    return !verb.equals(singular)
        && !token.stem().equals(singular)
        && stems.root(stems.of(base(token.word()))).equals(stems.root(verb));
  }

  /** What is measured in a unit, as stems; nothing if a word is no unit. */
  public Set<String> dimensions(String unit) {
    return dimensions.getOrDefault(unit, Set.of());
  }

  /** Stems that say the contrary of a stem. */
  public Set<String> contraries(String stem) {
    return contraries.getOrDefault(stem, Set.of());
  }

  /** The code of two letters (ISO 3166-1) for a country; null if it is none. */
  public @Nullable String country(String words) {
    return countries.get(words);
  }

  /** Values a word for a sex is stored as. */
  public Set<String> sexes(String word) {
    return sexes.getOrDefault(word, Set.of());
  }
}
