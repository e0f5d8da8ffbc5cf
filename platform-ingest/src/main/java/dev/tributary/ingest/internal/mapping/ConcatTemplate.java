package dev.tributary.ingest.internal.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * A parsed template: literal, column, literal, ..., literal.
 *
 * @param literals one more than there are columns
 * @param columns names of the source's columns
 */
record ConcatTemplate(List<String> literals, List<String> columns) {

  /**
   * Parses a template such as <code>{first} {last}</code>.
   *
   * @param template names in braces; braces themselves are doubled
   * @return its parts
   * @throws IllegalArgumentException if a brace has no partner or a name is empty
   */
  static ConcatTemplate parse(String template) {
    List<String> literals = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int index = 0;
    while (index < template.length()) {
      char c = template.charAt(index);
      boolean brace = c == '{' || c == '}';
      if (brace && index + 1 < template.length() && template.charAt(index + 1) == c) {
        literal.append(c);
        index += 2;
      } else if (c == '{') {
        int end = template.indexOf('}', index);
        if (end < index + 2) {
          throw new IllegalArgumentException("'{' at place " + index + " opens no column name");
        }
        columns.add(template.substring(index + 1, end).strip());
        literals.add(literal.toString());
        literal.setLength(0);
        index = end + 1;
      } else if (c == '}') {
        throw new IllegalArgumentException("'}' at place " + index + " closes nothing");
      } else {
        literal.append(c);
        index++;
      }
    }
    literals.add(literal.toString());
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("it names no column in braces");
    }
    return new ConcatTemplate(List.copyOf(literals), List.copyOf(columns));
  }
}
