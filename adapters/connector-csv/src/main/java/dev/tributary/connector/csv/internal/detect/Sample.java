package dev.tributary.connector.csv.internal.detect;

import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.parse.LineSplitter;
import dev.tributary.connector.csv.internal.parse.RecordParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beginning of a file, in bytes that the parser understands. */
public final class Sample {
  private static final int MAX_RECORD_BYTES = 1 << 20;
  private static final Pattern LINES = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\n|\\r|$)");

  private final byte[] bytes;
  private final int length;
  private final Charset charset;
  private final boolean complete;

  /**
   * Takes the beginning of a file.
   *
   * @param bytes a buffer, not copied
   * @param length how many bytes of it count
   * @param charset how characters are stored
   * @param complete whether this is the whole file
   */
  public Sample(byte[] bytes, int length, Charset charset, boolean complete) {
    this.bytes = bytes;
    this.length = length;
    this.charset = charset;
    this.complete = complete;
  }

  /** A row of the sample. Not thread-safe. */
  public static final class Row {
    private final String[] fields;
    private final boolean blank;
    private final boolean damaged;
    private CellKind @Nullable [] kinds;

    private Row(String[] fields, boolean blank, boolean damaged) {
      this.fields = fields;
      this.blank = blank;
      this.damaged = damaged;
    }

    /**
     * The values.
     *
     * @return the array itself, not a copy
     */
    public String[] fields() {
      return fields;
    }

    /**
     * What the values look like; found out when first asked for.
     *
     * @return the array itself, not a copy
     */
    public CellKind[] kinds() {
      CellKind[] known = kinds;
      if (known == null) {
        known = new CellKind[fields.length];
        for (int index = 0; index < known.length; index++) {
          known[index] = CellKind.of(fields[index]);
        }
        kinds = known;
      }
      return known;
    }

    /**
     * Tells whether the line is empty.
     *
     * @return true for a blank line
     */
    public boolean blank() {
      return blank;
    }

    /**
     * Tells whether the quotes do not work out.
     *
     * @return true if so
     */
    public boolean damaged() {
      return damaged;
    }

    /**
     * How many values are not blank.
     *
     * @return the number
     */
    public int filled() {
      int filled = 0;
      for (String field : fields) {
        if (!field.isBlank()) {
          filled++;
        }
      }
      return filled;
    }

    /**
     * How many values there are.
     *
     * @return the number
     */
    public int width() {
      return fields.length;
    }
  }

  /**
   * The text of the sample.
   *
   * @return everything, decoded
   */
  public String text() {
    return new String(bytes, 0, length, charset);
  }

  /**
   * Tells whether this is the whole file.
   *
   * @return false where more may follow
   */
  public boolean complete() {
    return complete;
  }

  /**
   * A shorter sample.
   *
   * @param most how many bytes it may have
   * @return this sample or the beginning of it
   */
  public Sample head(int most) {
    return length <= most ? this : new Sample(bytes, most, charset, false);
  }

  /**
   * The sample with every line rewritten.
   *
   * @param form turns one line, with its line end, into another
   * @return the new sample
   */
  public Sample rewritten(UnaryOperator<String> form) {
    byte[] lines =
        LINES
            .matcher(text())
            .replaceAll(line -> Matcher.quoteReplacement(form.apply(line.group())))
            .getBytes(StandardCharsets.UTF_8);
    return new Sample(lines, lines.length, StandardCharsets.UTF_8, complete);
  }

  /**
   * Splits the sample into rows. A row that the end of an incomplete sample cuts is left out.
   *
   * @param dialect the dialect to try
   * @return the rows, blank lines included
   */
  public List<Row> rows(CsvDialect dialect) {
    List<Row> rows = new ArrayList<>();
    LineSplitter splitter = new LineSplitter(dialect);
    RecordParser parser =
        new RecordParser(
            new ByteArrayInputStream(bytes, 0, length), charset, dialect, 0, 1, MAX_RECORD_BYTES);
    try {
      while (parser.next()) {
        if (parser.open() && !complete && !rows.isEmpty()) {
          break;
        }
        String[] fields =
            parser.damaged() ? splitter.split(parser.text(), 0).fields() : parser.fields();
        rows.add(new Row(fields, parser.blank(), parser.damaged()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
