package dev.tributary.nl2sql.internal.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Text files of the gate: one section after another, each begun by a line {@code [name]} of lower
 * case letters; lines that begin with {@code #} are comments.
 */
public final class SectionedText {
  private SectionedText() {}

  /**
   * Reads a file.
   *
   * @param beside the class it stands beside
   * @param resource its name
   * @return the lines of each section, without blank ones
   */
  public static Map<String, List<String>> read(Class<?> beside, String resource) {
    InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return sections(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("the text " + resource + " cannot be read", e);
    }
  }

  private static Map<String, List<String>> sections(BufferedReader lines) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.matches("\\[[a-z]+\\]")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        section.add(line.strip());
      }
    }
    return sections;
  }
}
