package dev.tributary.nl2sql.internal.list;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Names in sections, apart by blanks. Immutable. */
public final class NameList {
  private final Map<String, Set<String>> sections = new HashMap<>();

  private NameList() {}

  /** The constructs a query may consist of, as classes of the parser's tree. */
  public static NameList constructs() {
    return read("constructs.txt");
  }

  /** The functions a query may call, with a section for each dialect. */
  public static NameList functions() {
    return read("functions.txt");
  }

  /** The types that may be written with arguments. */
  public static NameList types() {
    return read("types.txt");
  }

  /** The words and operators of the second reading. */
  public static NameList looseWords() {
    return read("loose.txt");
  }

  /** What is never called: whole names, parts of names, beginnings of names. */
  public static NameList hazards() {
    return read("hazards.txt");
  }

  private static NameList read(String resource) {
    NameList list = new NameList();
    SectionedText.read(NameList.class, resource)
        .forEach((section, lines) -> list.sections.put(section, names(lines)));
    return list;
  }

  private static Set<String> names(List<String> lines) {
    Set<String> names = new HashSet<>();
    lines.forEach(line -> names.addAll(Arrays.asList(line.split(" +"))));
    return names;
  }

  /**
   * The names of one section.
   *
   * @param name the section
   * @return its names
   */
  public Set<String> section(String name) {
    return Set.copyOf(Objects.requireNonNull(sections.get(name), name));
  }

  /**
   * The names of all sections.
   *
   * @return the names
   */
  public Set<String> all() {
    Set<String> all = new HashSet<>();
    sections.values().forEach(all::addAll);
    return Set.copyOf(all);
  }
}
