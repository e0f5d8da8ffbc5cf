package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the dialect of a sample. Every plausible one splits the sample, and the one wins whose rows
 * are equally wide and whose values look like values: the idea of <a
 * href="https://doi.org/10.1007/s10618-019-00646-y">van den Burg, Nazábal and Sutton, "Wrangling
 * messy CSV files by detecting row and type patterns"</a>, with a measure of our own that forgives
 * titles, notes and damaged rows.
 */
public final class DialectDetector {
  private static final int SAMPLE_BYTES = 48 * 1024;
  private static final String SINGLE = ",;\t|:^~ \u001f\u001e\u0001§¦¬#&*!";
  private static final List<String> MULTIPLE =
      List.of("|~|", "~|~", "||", "::", "^|^", "|^|", "~~", "\\t", "<>", "=>", "##", "$$", "|;|");
  private static final String QUOTES = "\"'`";

  /** A file of one column has no delimiter; it still needs a dialect. */
  private static final double ONE_COLUMN = 0.12;

  private final CsvConfig config;

  /**
   * Detects what is not declared.
   *
   * @param config what is declared
   */
  public DialectDetector(CsvConfig config) {
    this.config = config;
  }

  /**
   * Detects.
   *
   * @param whole the beginning of the file
   * @return the dialect; comma and double quotes where a file has one column
   */
  public CsvDialect detect(Sample whole) {
    Sample sample = whole.head(SAMPLE_BYTES);
    String text = sample.text();
    CsvDialect best = fallback();
    double bestScore = ONE_COLUMN;
    for (CsvDialect candidate : candidates(text)) {
      double score = DialectScore.of(candidate, sample.rows(candidate));
      if (score > bestScore * 1.0001) {
        bestScore = score;
        best = candidate;
      }
    }
    return config.delimiter() == null ? DelimiterRuns.widen(best, text) : best;
  }

  private CsvDialect fallback() {
    Character quote = config.quote();
    Character escape = config.escape();
    String delimiter = config.delimiter();
    return new CsvDialect(
        delimiter == null ? "," : delimiter,
        quote == null ? '"' : quote,
        escape == null ? CsvDialect.NONE : escape);
  }

  private List<CsvDialect> candidates(String text) {
    List<CsvDialect> candidates = new ArrayList<>();
    for (String delimiter : delimiters(text)) {
      for (char quote : quotes(text)) {
        if (delimiter.indexOf(quote) < 0) {
          for (char escape : escapes(text, quote)) {
            candidates.add(new CsvDialect(delimiter, quote, escape));
          }
        }
      }
    }
    return candidates;
  }

  private List<String> delimiters(String text) {
    String declared = config.delimiter();
    if (declared != null) {
      return List.of(declared);
    }
    List<String> delimiters = new ArrayList<>();
    for (String delimiter : MULTIPLE) {
      if (text.contains(delimiter)) {
        delimiters.add(delimiter);
      }
    }
    for (int index = 0; index < SINGLE.length(); index++) {
      char delimiter = SINGLE.charAt(index);
      if (text.indexOf(delimiter) >= 0 && !(delimiter == ':' && isOfTimes(text))) {
        delimiters.add(SINGLE.substring(index, index + 1));
      }
    }
    return delimiters;
  }

  /** Whether most colons stand between digits, as in times of day. */
  private static boolean isOfTimes(String text) {
    int colons = 0;
    int between = 0;
    for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      colons++;
      if (at > 0
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1))) {
        between++;
      }
    }
    return between * 2 > colons;
  }

  private List<Character> quotes(String text) {
    Character declared = config.quote();
    if (declared != null) {
      return List.of(declared);
    }
    List<Character> quotes = new ArrayList<>();
    for (int index = 0; index < QUOTES.length(); index++) {
      char quote = QUOTES.charAt(index);
      if (index == 0 || text.indexOf(quote) >= 0) {
        quotes.add(quote);
      }
    }
    if (text.indexOf('"') >= 0) {
      quotes.add(CsvDialect.NONE);
    }
    return quotes;
  }

  private List<Character> escapes(String text, char quote) {
    Character declared = config.escape();
    if (declared != null) {
      return List.of(declared);
    }
    return quote != CsvDialect.NONE && text.contains("\\" + quote)
        ? List.of(CsvDialect.NONE, '\\')
        : List.of(CsvDialect.NONE);
  }
}
