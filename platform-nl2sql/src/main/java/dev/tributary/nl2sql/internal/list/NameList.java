package dev.tributary.nl2sql.internal.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Names in sections. The file has one section after another, each a line {@code [name]} followed by
 * lines of names apart by blanks; lines that begin with {@code #} are comments. Immutable.
 */
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

  /** What is never called: whole names, parts of names, beginnings of names. */
  public static NameList hazards() {
    return read("hazards.txt");
  }

  private static NameList read(String resource) {
    InputStream stream =
        Objects.requireNonNull(NameList.class.getResourceAsStream(resource), resource);
    NameList list = new NameList();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      list.fill(lines);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException("the list " + resource + " cannot be read", e);
    }
  }

  private void fill(BufferedReader lines) throws IOException {
    Set<String> section = new HashSet<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("[")) {
        String name = line.substring(1, line.length() - 1);
        section = sections.computeIfAbsent(name, absent -> new HashSet<>());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        section.addAll(Arrays.asList(line.strip().split(" +")));
      }
    }
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
