package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
      List.of(
          "|~|", "~|~", "||", "::", "^|^", "|^|", "~~", "%%", "@@", "\\t", "<>", "=>", "##", "$$",
          "|;|");
  private static final String QUOTES = "\"'`";

  private static final Pattern COMMA_NUMBER = Pattern.compile("\\s*[-+]?\\d{1,9},\\d{1,9}\\s*");
  private static final int ENOUGH_NUMBERS = 3;

  /** A file of one column has no delimiter; it still needs a dialect. */
  private static final double ONE_COLUMN = 0.12;

  /** What columns kept apart by blanks have to reach, and how much better a reading has to be. */
  private static final double CLEARLY = 0.3;

  private static final double MARGIN = 1.05;

  /** Stands between columns that were kept apart by blanks, once their lines are rewritten. */
  private static final String REWRITTEN = "\t";

  private final CsvConfig config;
  private final @Nullable String delimiter;

  /**
   * Detects what is not declared.
   *
   * @param config what is declared
   */
  public DialectDetector(CsvConfig config) {
    this(config, config.delimiter());
  }

  private DialectDetector(CsvConfig config, @Nullable String delimiter) {
    this.config = config;
    this.delimiter = delimiter;
  }

  /**
   * Detects the dialect of samples whose lines an {@link AlignedColumns} has rewritten.
   *
   * @param config what is declared
   * @return the detector
   */
  public static DialectDetector ofRewritten(CsvConfig config) {
    return new DialectDetector(config, REWRITTEN);
  }

  /**
   * Detects.
   *
   * @param whole the beginning of the file
   * @return the dialect; comma and double quotes where a file has one column
   */
  public CsvDialect detect(Sample whole) {
    Scored best = best(whole);
    return delimiter == null
        ? DelimiterRuns.widen(best.dialect, whole.head(SAMPLE_BYTES).text())
        : best.dialect;
  }

  private record Scored(CsvDialect dialect, double score) {}

  private Scored best(Sample whole) {
    Sample sample = whole.head(SAMPLE_BYTES);
    if (delimiter == null && isNumbersUnderName(sample.text())) {
      return new Scored(fallback(";"), ONE_COLUMN);
    }
    @Nullable Scored best = null;
    for (CsvDialect candidate : candidates(sample.text())) {
      double score = DialectScore.of(candidate, sample.rows(candidate));
      if (score > (best == null ? ONE_COLUMN : best.score) * 1.0001) {
        best = new Scored(candidate, score);
      }
    }
    if (best != null) {
      return best;
    }
    return new Scored(fallback(delimiter == null ? absent(sample) : delimiter), ONE_COLUMN);
  }

  /**
   * Finds out whether the columns are kept apart by runs of blanks.
   *
   * @param whole the beginning of the file
   * @return how to rewrite its lines, or empty where a delimiter explains them as well
   */
  public Optional<AlignedColumns> alignment(Sample whole) {
    boolean declared = CsvDialect.ALIGNED.equals(delimiter);
    if (delimiter != null && !declared) {
      return Optional.empty();
    }
    List<AlignedColumns> ways = AlignedColumns.in(whole.head(SAMPLE_BYTES).text());
    DialectDetector rewritten = ofRewritten(config);
    boolean certain = declared || ways.stream().allMatch(AlignedColumns::boxed);
    double least = certain ? 0 : Math.max(CLEARLY, best(whole).score);
    AlignedColumns best = null;
    for (AlignedColumns way : ways) {
      double score = rewritten.best(whole.head(SAMPLE_BYTES).rewritten(way)).score;
      if (score > least * MARGIN) {
        least = score;
        best = way;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a name stands above nothing but numbers with a decimal comma. */
  private static boolean isNumbersUnderName(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    return lines.size() > ENOUGH_NUMBERS
        && lines.getFirst().indexOf(',') < 0
        && Character.isLetter(lines.getFirst().charAt(0))
        && lines.stream().skip(1).allMatch(line -> COMMA_NUMBER.matcher(line).matches());
  }

  /** A delimiter that leaves every row of a file of one column whole: commas may be in its text. */
  private String absent(Sample sample) {
    for (String one : List.of(",", ";", "\t", "|")) {
      if (sample.rows(fallback(one)).stream().allMatch(row -> row.width() == 1)) {
        return one;
      }
    }
    return ",";
  }

  private CsvDialect fallback(String separator) {
    Character quote = config.quote();
    Character escape = config.escape();
    return new CsvDialect(
        separator, quote == null ? '"' : quote, escape == null ? CsvDialect.NONE : escape);
  }

  private List<CsvDialect> candidates(String text) {
    List<CsvDialect> candidates = new ArrayList<>();
    for (String separator : delimiters(text)) {
      for (char quote : quotes(text)) {
        if (separator.indexOf(quote) < 0) {
          for (char escape : escapes(text, quote, separator)) {
            candidates.add(new CsvDialect(separator, quote, escape));
          }
        }
      }
    }
    return candidates;
  }

  private List<String> delimiters(String text) {
    if (delimiter != null) {
      return List.of(delimiter);
    }
    List<String> delimiters = new ArrayList<>();
    for (String several : MULTIPLE) {
      if (text.contains(several)) {
        delimiters.add(several);
      }
    }
    for (int index = 0; index < SINGLE.length(); index++) {
      char single = SINGLE.charAt(index);
      if (text.indexOf(single) >= 0 && !(single == ':' && isOfTimes(text))) {
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
    if (text.startsWith("~") || text.contains("\n~")) {
      quotes.add('~');
    }
    if (text.indexOf('"') >= 0) {
      quotes.add(CsvDialect.NONE);
    }
    return quotes;
  }

  private List<Character> escapes(String text, char quote, String separator) {
    Character declared = config.escape();
    if (declared != null) {
      return List.of(declared);
    }
    boolean escaped = quote != CsvDialect.NONE && text.contains("\\" + quote);
    return escaped || (!separator.equals(" ") && text.contains("\\" + separator))
        ? List.of(CsvDialect.NONE, '\\')
        : List.of(CsvDialect.NONE);
  }
}
