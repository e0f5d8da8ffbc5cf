package dev.tributary.api.query;

import java.util.List;

/**
 * A column that can be asked about.
 *
 * @param name its name as SQL writes it, unquoted
 * @param kind what its values are, judged by type and, where types are loose, by the values
 * @param type the store's own name of its type
 * @param description what it means; empty if nobody said
 * @param unit the unit of its values; empty for none
 * @param synonyms other words for it
 * @param profile what its values are like
 */
public record DataColumn(
    String name,
    AnswerColumn.Kind kind,
    String type,
    String description,
    String unit,
    List<String> synonyms,
    Profile profile) {
  /**
   * Copies the list.
   *
   * @param name its name
   * @param kind what its values are
   * @param type the store's name of its type
   * @param description what it means
   * @param unit the unit
   * @param synonyms other words for it
   * @param profile what its values are like
   */
  public DataColumn {
    synonyms = List.copyOf(synonyms);
  }

  /**
   * What the values of a column are like, when they were looked at.
   *
   * @param distinct how many different values there are; -1 if unknown
   * @param nulls how many rows have none; -1 if unknown
   * @param min the least value as text; empty if unknown
   * @param max the greatest value as text; empty if unknown
   * @param samples some values as text, the most frequent first; empty where values are private
   */
  public record Profile(long distinct, long nulls, String min, String max, List<String> samples) {
    /** Nothing is known. */
    public static final Profile UNKNOWN = new Profile(-1, -1, "", "", List.of());

    /**
     * Copies the list.
     *
     * @param distinct how many different values
     * @param nulls how many rows have none
     * @param min the least value
     * @param max the greatest value
     * @param samples some values
     */
    public Profile {
      samples = List.copyOf(samples);
    }
  }
}
