package dev.tributary.connector.csv.internal.reading;

import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import dev.tributary.connector.csv.internal.cell.CellKind;
import dev.tributary.connector.csv.internal.detect.HeaderGuess;
import dev.tributary.connector.csv.internal.detect.TableShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides which records belong to the table. A record that does not look like one of its rows waits
 * until it is known what follows: another row makes it a damaged row, the end of the file makes it
 * a note, two more of its kind after a header make it another table. What waits is bounded.
 */
final class TableBounds {
  private static final int MOST_WAITING = 512;
  private static final int ROWS_OF_A_TABLE = 3;
  private static final double MOSTLY = 0.6;

  private final List<String> columns;
  private final int width;
  private final boolean header;
  private final TableShape shape;
  private final SkippedLines skipped;
  private final Collection<CsvRecord> ready;
  private final Supplier<String> rawText;

  /** A record that waits. */
  private record Waiting(
      CsvRecord record, String text, int rawWidth, boolean afterBlank, boolean note) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private boolean afterBlank;
  private boolean otherTable;
  private int otherWidth;

  TableBounds(
      CsvFormat format,
      TableShape shape,
      SkippedLines skipped,
      Collection<CsvRecord> ready,
      Supplier<String> rawText) {
    this.rawText = rawText;
    this.columns = format.columns();
    this.width = columns.size();
    this.header = format.header() && width > 1;
    this.shape = shape;
    this.skipped = skipped;
    this.ready = ready;
  }

  void resumeWithin(int otherTableWidth) {
    otherTable = otherTableWidth > 0;
    otherWidth = otherTableWidth;
  }

  /** The width of another table that is being passed, or 0. */
  int otherWidth() {
    return otherTable ? otherWidth : 0;
  }

  boolean multiColumn() {
    return width > 1;
  }

  void blankLine() {
    afterBlank = true;
  }

  void take(CsvRecord record, int rawWidth) {
    boolean blankBefore = afterBlank;
    afterBlank = false;
    if (waiting.isEmpty() && !blankBefore && !otherTable && rawWidth == width && usual(record)) {
      ready.add(record);
    } else {
      weigh(record, rawWidth, blankBefore);
    }
  }

  /** Whether a record of the right width is neither almost empty nor the header again. */
  private boolean usual(CsvRecord record) {
    String[] fields = record.fields();
    if (fields.length != width || (shape.comments() && fields[0].startsWith("#"))) {
      return false;
    }
    if (header && fields[0].equals(columns.getFirst()) && sameAsHeader(fields)) {
      return false;
    }
    if (isRule(fields)) {
      return false;
    }
    return width < 2
        || !fields[width - 1].isEmpty()
        || !fields[1].isEmpty()
        || !lonely(fields)
        || (width == 2 && !fields[0].isEmpty() && !noted() && !isStranger(fields[0]));
  }

  private boolean isRule(String[] fields) {
    String first = fields[0];
    char drawn = first.isEmpty() ? ' ' : first.charAt(0);
    return width > 1 && "-=_".indexOf(drawn) >= 0 && HeaderGuess.isRule(fields);
  }

  private boolean lonely(String[] fields) {
    int filled = filled(fields);
    return filled <= 1 && shape.sparse() > filled;
  }

  private boolean sameAsHeader(String[] fields) {
    for (int index = 0; index < fields.length; index++) {
      if (!fields[index].equals(columns.get(index))) {
        return false;
      }
    }
    return true;
  }

  private void weigh(CsvRecord record, int rawWidth, boolean blankBefore) {
    String[] fields = record.fields();
    boolean right = rawWidth == width && fields.length == width;
    if (header && right && sameAsHeader(fields)) {
      settleTitles();
      settleAsRows();
      otherTable = false;
      skipped.add(fault(record, rawText.get(), FaultKind.REPEATED_HEADER, "the header once more"));
    } else if (otherTable && (rawWidth == otherWidth || !right)) {
      reject(record, rawText.get());
    } else if (right && gap(blankBefore) && HeaderGuess.breaksColumns(fields, shape.profiles())) {
      finish();
      beginOther(rawWidth);
      reject(record, rawText.get());
    } else if (right && usual(record) && !(noted() && isStrange(fields))) {
      otherTable = false;
      settleAsRows();
      ready.add(record);
    } else {
      await(record, rawWidth, blankBefore);
    }
  }

  /** Whether something other than rows came since the last row. */
  private boolean gap(boolean blankBefore) {
    return blankBefore || noted();
  }

  private boolean noted() {
    return waiting.stream().anyMatch(one -> one.note);
  }

  /** Whether half of the row is empty, and it begins with a word where numbers are usual. */
  private boolean isStrange(String[] fields) {
    return filled(fields) * 2 <= width
        && shape.profiles().typedShare(0) >= MOSTLY
        && !CellKind.of(fields[0]).typed();
  }

  private static int filled(String[] fields) {
    int filled = 0;
    for (String field : fields) {
      filled += field.isBlank() ? 0 : 1;
    }
    return filled;
  }

  /** Another table begins with the next record, as the sample has shown. */
  void otherTableBegins() {
    finish();
    beginOther(width);
  }

  private void await(CsvRecord record, int rawWidth, boolean blankBefore) {
    String[] fields = record.fields();
    boolean note = isNote(record, rawWidth, blankBefore);
    waiting.add(new Waiting(record, rawText.get(), rawWidth, blankBefore, note));
    int from = otherTableFrom(rawWidth);
    if (from >= 0 && fields.length > 0) {
      List<Waiting> rows = List.copyOf(waiting.subList(from, waiting.size()));
      waiting.subList(from, waiting.size()).clear();
      finish();
      beginOther(rawWidth);
      rows.forEach(row -> reject(row.record, row.text));
    } else if (waiting.size() > MOST_WAITING) {
      settleAsRows();
    }
  }

  /** A line with next to nothing in it, or one that follows a blank line and does not fit. */
  private boolean isNote(CsvRecord record, int rawWidth, boolean blankBefore) {
    String[] fields = record.fields();
    int filled = filled(fields);
    boolean few = width > 1 && filled < shape.sparse() && filled <= Math.max(1, width / 3);
    return few
        || (rawWidth == width && (isRule(fields) || (noted() && isStrange(fields))))
        || isComment(fields, rawWidth)
        || (blankBefore && rawWidth != width && rawWidth != -1);
  }

  private boolean isComment(String[] fields, int rawWidth) {
    return fields.length > 0
        && fields[0].startsWith("#")
        && (rawWidth != width || shape.comments());
  }

  /** Where in the waiting records another table begins, or -1. */
  private int otherTableFrom(int rawWidth) {
    if (rawWidth < 2 || rawWidth == width) {
      return -1;
    }
    int from = waiting.size();
    while (from > 0 && waiting.get(from - 1).rawWidth == rawWidth) {
      from--;
    }
    if (waiting.size() - from < ROWS_OF_A_TABLE) {
      return -1;
    }
    Waiting first = waiting.get(from);
    boolean names = HeaderGuess.breaksColumns(first.record.fields(), shape.profiles());
    return names || first.afterBlank ? from : -1;
  }

  private void beginOther(int rawWidth) {
    otherTable = true;
    otherWidth = rawWidth;
  }

  private void reject(CsvRecord record, String text) {
    ready.add(
        record.rejected(
            fault(record, text, FaultKind.OTHER_TABLE, "a line of another table in the file")));
  }

  /** Lines of one value that wait when the header comes once more are the title of a page. */
  private void settleTitles() {
    waiting.removeIf(one -> {
      boolean title = one.note && one.rawWidth == 1;
      if (title) {
        skipped.add(fault(one.record, one.text, FaultKind.REPEATED_HEADER, "a title above it"));
      }
      return title;
    });
  }

  /** What waits turns out to stand between rows: damaged rows and comments. */
  private void settleAsRows() {
    for (Waiting one : waiting) {
      String[] fields = one.record.fields();
      if (isComment(fields, one.rawWidth)) {
        skipped.add(fault(one.record, one.text, FaultKind.COMMENT, "a comment line"));
      } else {
        ready.add(one.record);
      }
    }
    waiting.clear();
  }

  /** The table ends: from the first note on, what waits are notes. */
  void finish() {
    int notes = Math.min(firstNote(), firstOfStrangers());
    List<Waiting> behind = List.copyOf(waiting.subList(notes, waiting.size()));
    waiting.subList(notes, waiting.size()).clear();
    settleAsRows();
    for (Waiting one : behind) {
      skipped.add(fault(one.record, one.text, FaultKind.FOOTER, "a line behind the table"));
    }
  }

  private int firstNote() {
    int notes = 0;
    while (notes < waiting.size() && !waiting.get(notes).note) {
      notes++;
    }
    return notes;
  }

  /** Where, at the very end, narrow rows begin of which one at least does not fit the columns. */
  private int firstOfStrangers() {
    boolean strangers = false;
    int from = waiting.size();
    while (from > 0 && !shape.ragged() && isNarrow(waiting.get(from - 1))) {
      from--;
      strangers |= isStranger(waiting.get(from).record.fields()[0]);
    }
    return strangers ? from : waiting.size();
  }

  private boolean isNarrow(Waiting one) {
    return one.rawWidth > 0 && one.rawWidth < width && one.record.fields().length > 0;
  }

  private boolean isStranger(String first) {
    return !shape.profiles().knows(0, CellKind.of(first));
  }

  private static CsvFault fault(CsvRecord record, String text, FaultKind kind, String message) {
    return new CsvFault(kind, record.line(), record.startByte(), text, message);
  }
}
