package dev.tributary.connector.csv.internal.reading;

import dev.tributary.connector.csv.format.CsvConfig.Damage;
import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import dev.tributary.connector.csv.internal.cell.RowAligner;
import dev.tributary.connector.csv.internal.detect.TableShape;
import dev.tributary.connector.csv.internal.parse.LineSplitter;
import dev.tributary.connector.csv.internal.parse.LineSplitter.Split;
import dev.tributary.connector.csv.internal.parse.RecordParser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the parser found into a record, sound, repaired or rejected. */
final class RowJudge {
  private static final int MOST_LINES = 12;
  private static final int SWALLOWED_LINES = 4;
  private static final int CHEAP = 8;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final int width;
  private final int trailing;
  private final Damage damage;
  private final LineSplitter splitter;
  private final RowAligner aligner;
  private final boolean quoted;
  private final char quote;

  RowJudge(CsvDialect dialect, int width, TableShape shape, Damage damage) {
    this.width = width;
    this.trailing = shape.trailing();
    this.damage = damage;
    this.quoted = dialect.quoted();
    this.quote = dialect.quote();
    this.splitter = new LineSplitter(dialect);
    this.aligner = new RowAligner(shape.profiles(), dialect.delimiter(), shape.ragged());
  }

  CsvRecord judge(RecordParser parser) throws IOException {
    if (parser.tooLong()) {
      return tooLong(parser);
    }
    if (!parser.damaged() && parser.width() == width) {
      String[] fields = parser.fields();
      if (!parser.strayQuote()
          && !parser.nul()
          && !swallowed(parser)
          && (parser.ascii() || decoded(fields))) {
        return record(parser, fields);
      }
      if (!swallowed(parser)) {
        return blemished(parser, fields);
      }
    }
    if (trailing > 0 && !parser.damaged() && parser.width() == width + trailing) {
      String[] fields = parser.fields();
      if (!parser.strayQuote() && !parser.nul() && decoded(fields) && blankFrom(fields, width)) {
        return record(parser, Arrays.copyOf(fields, width));
      }
    }
    return repaired(parser);
  }

  private static boolean blankFrom(String[] fields, int from) {
    for (int index = from; index < fields.length; index++) {
      if (!fields[index].isBlank()) {
        return false;
      }
    }
    return true;
  }

  private static CsvRecord tooLong(RecordParser parser) {
    CsvRecord record = record(parser, new String[0]);
    return record.rejected(
        fault(
            FaultKind.RECORD_TOO_LONG,
            parser,
            "the record is longer than the limit; it was skipped"));
  }

  /** The right width, but with characters that should not be there. */
  private CsvRecord blemished(RecordParser parser, String[] fields) {
    if (parser.nul()) {
      for (int index = 0; index < fields.length; index++) {
        fields[index] = fields[index].replace("\0", "");
      }
      return decide(parser, fields, FaultKind.NUL_BYTES, "NUL bytes were taken out");
    }
    if (!decoded(fields)) {
      return decide(
          parser,
          parser.fields(FALLBACK),
          FaultKind.INVALID_BYTES,
          "bytes that are not of the file's encoding were read as " + FALLBACK);
    }
    return decide(
        parser,
        fields,
        FaultKind.STRAY_QUOTE,
        "a quote within an unquoted field was kept as it is");
  }

  /**
   * A replacement character says that bytes could not be decoded; searching costs next to nothing.
   */
  private static boolean decoded(String[] fields) {
    for (String field : fields) {
      if (field.indexOf('\uFFFD') >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a quoted field holds whole rows of the table: then its opening quote is a stray one.
   */
  private boolean swallowed(RecordParser parser) {
    if (parser.lineEnds() < SWALLOWED_LINES || width < 3) {
      return false;
    }
    String[] lines = parser.text().split("\r\n|\n|\r", -1);
    for (String line : lines) {
      Split split = splitter.split(line, width);
      if (split.fields().length != width || split.price() > CHEAP) {
        return false;
      }
    }
    return true;
  }

  private CsvRecord repaired(RecordParser parser) throws IOException {
    String @Nullable [] original = parser.damaged() ? null : parser.fields();
    if (original != null && original.length != width && !parser.strayQuote()) {
      Optional<String[]> aligned = aligner.align(original);
      if (aligned.isPresent()) {
        return aligned(parser, original, aligned.get());
      }
    }
    FaultKind kind = parser.neverClosed() ? FaultKind.UNCLOSED_QUOTE : FaultKind.STRAY_QUOTE;
    int lines = parser.physicalLines();
    boolean quotes = quoted && (lines > 1 || parser.text().indexOf(quote) >= 0);
    if (original != null && !quotes) {
      return misfit(parser, original);
    }
    if (original != null) {
      parser.reread();
    }
    String[] split = bestSplit(parser, original == null ? MOST_LINES : lines).fields();
    if (split.length == width) {
      return decide(parser, split, kind, "quotes do not work out; read as well as possible");
    }
    if (original == null) {
      return misfit(parser, split);
    }
    parser.shrink(lines);
    return original.length == width
        ? decide(parser, original, kind, "a quoted field seems to hold whole rows")
        : misfit(parser, original);
  }

  /** Reads more and more physical lines until one reading has the width of the table. */
  private Split bestSplit(RecordParser parser, int mostLines) throws IOException {
    Split best = splitter.split(parser.text(), width);
    int bestLines = 1;
    int lines = 1;
    while (lines < mostLines
        && (best.fields().length != width || best.price() > CHEAP)
        && parser.extend(1)) {
      lines++;
      Split split = splitter.split(parser.text(), width);
      if (split.fields().length == width && split.price() < best.price()) {
        best = split;
        bestLines = lines;
      }
    }
    if (lines != bestLines || lines > 1) {
      parser.shrink(bestLines);
    }
    return best;
  }

  private CsvRecord aligned(RecordParser parser, String[] fields, String[] aligned) {
    return decide(
        parser,
        aligned,
        misfitKind(fields),
        misfitText(fields) + "; put in order by what the columns hold");
  }

  private FaultKind misfitKind(String[] fields) {
    return fields.length < width ? FaultKind.TOO_FEW_FIELDS : FaultKind.TOO_MANY_FIELDS;
  }

  private String misfitText(String[] fields) {
    return "the row has " + fields.length + " fields, the table has " + width + " columns";
  }

  /** More or fewer fields than columns. */
  private CsvRecord misfit(RecordParser parser, String[] fields) {
    Optional<String[]> aligned = aligner.align(fields);
    if (aligned.isPresent()) {
      return aligned(parser, fields, aligned.get());
    }
    FaultKind kind = misfitKind(fields);
    String text = misfitText(fields);
    if (fields.length < width) {
      String[] padded = Arrays.copyOf(fields, width);
      Arrays.fill(padded, fields.length, width, "");
      return decide(parser, padded, kind, text + "; the missing ones are empty");
    }
    return blankFrom(fields, width)
        ? decide(parser, Arrays.copyOf(fields, width), kind, text + "; empty ones were left out")
        : decide(parser, fields, kind, text + "; all fields were kept");
  }

  private CsvRecord decide(RecordParser parser, String[] fields, FaultKind kind, String message) {
    CsvRecord record = record(parser, fields);
    CsvFault fault = fault(kind, parser, message);
    return damage == Damage.REPAIR ? record.repaired(fault) : record.rejected(fault);
  }

  private static CsvRecord record(RecordParser parser, String[] fields) {
    long line = parser.line();
    return CsvRecord.of(
        fields, line, line + parser.physicalLines(), parser.startByte(), parser.endByte());
  }

  static CsvFault fault(FaultKind kind, RecordParser parser, String message) {
    return new CsvFault(kind, parser.line(), parser.startByte(), parser.text(), message);
  }
}
