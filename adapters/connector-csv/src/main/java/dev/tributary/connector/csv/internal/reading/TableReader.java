package dev.tributary.connector.csv.internal.reading;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import dev.tributary.connector.csv.format.CsvError;
import dev.tributary.connector.csv.format.CsvFault;
import dev.tributary.connector.csv.format.CsvFormat;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import dev.tributary.connector.csv.internal.detect.DialectDetector;
import dev.tributary.connector.csv.internal.detect.Sample;
import dev.tributary.connector.csv.internal.detect.TableLocator;
import dev.tributary.connector.csv.internal.detect.TableShape;
import dev.tributary.connector.csv.internal.encoding.TranscodingStream;
import dev.tributary.connector.csv.internal.parse.RecordParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of one file in order. Not thread-safe. */
public final class TableReader implements AutoCloseable {
  private final String name;
  private final InputStream in;
  private final RecordParser parser;
  private final @Nullable TranscodingStream transcoding;
  private final CsvFormat format;
  private final RowJudge judge;
  private final TableBounds bounds;
  private final SkippedLines skipped = new SkippedLines();
  private final boolean holdOpen;
  private final ArrayDeque<CsvRecord> ready = new ArrayDeque<>();
  private boolean ended;
  private boolean held;
  private boolean exhausted;
  private long position;
  private long line;
  private long row;
  private long otherTableRow = Long.MAX_VALUE;
  private long openStart = -1;
  private long openLine;
  private final int sampleLength;
  private final boolean sampleComplete;

  private TableReader(
      String name,
      InputStream in,
      Opening opening,
      CsvConfig config,
      @Nullable Resume resume,
      boolean holdOpen)
      throws IOException {
    this.name = name;
    this.in = in;
    this.holdOpen = holdOpen;
    Sample sample = opening.sample();
    this.sampleLength = opening.sampleLength();
    this.sampleComplete = sample.complete();
    DialectDetector detector =
        opening.aligned() ? DialectDetector.ofRewritten(config) : new DialectDetector(config);
    CsvDialect dialect = detector.detect(sample);
    TableShape shape = new TableLocator(config).locate(sample.rows(dialect));
    this.format =
        new CsvFormat(
            opening.charset(),
            opening.gzip(),
            opening.aligned()
                ? new CsvDialect(CsvDialect.ALIGNED, dialect.quote(), dialect.escape())
                : dialect,
            shape.header(),
            names(shape, config, name));
    this.position = resume == null ? opening.start() : resume.offset();
    this.line = resume == null ? 1 : resume.line();
    InputStream from = opening.streamFrom(position);
    this.transcoding = opening.transcoding(from, position);
    this.parser =
        new RecordParser(
            transcoding == null ? from : transcoding,
            transcoding == null ? opening.charset() : StandardCharsets.UTF_8,
            dialect,
            position,
            line,
            config.maxRecordBytes());
    this.judge = new RowJudge(dialect, format.columns().size(), shape, config.damage());
    this.bounds = new TableBounds(format, shape, skipped, ready, parser::text);
    if (resume == null) {
      otherTableRow = shape.end() == Integer.MAX_VALUE ? Long.MAX_VALUE : shape.end();
      skipTo(shape);
    } else {
      bounds.resumeWithin(resume.otherWidth());
    }
  }

  /**
   * Opens a file and finds out what it looks like.
   *
   * @param in its bytes; closed with the reader
   * @param name what to call it in messages
   * @param config what is declared
   * @param resume where to go on, or null to begin at the start
   * @param holdOpen whether to stop before a last record that more bytes could still change
   * @return the reader
   * @throws PlatformException if the file is empty or no delimited text
   * @throws IOException if it cannot be read
   */
  public static TableReader open(
      InputStream in, String name, CsvConfig config, @Nullable Resume resume, boolean holdOpen)
      throws IOException {
    return new TableReader(
        name, in, Opening.of(in, name, config, resume, holdOpen), config, resume, holdOpen);
  }

  private static List<String> names(TableShape shape, CsvConfig config, String name) {
    List<String> declared = config.columns();
    if (declared.isEmpty()) {
      return shape.columns();
    }
    boolean same =
        shape.header()
            ? shape.columns().stream().map(String::strip).toList().equals(declared)
            : shape.columns().size() == declared.size();
    if (!same) {
      throw new PlatformException(
          CsvError.CSV_HEADER_MISMATCH,
          name + " has the columns " + shape.columns() + " where " + declared + " are declared");
    }
    return declared;
  }

  private void skipTo(TableShape shape) throws IOException {
    for (; row < shape.dataRow() && advanceParser(); row++) {
      if (row < shape.firstRow() && !parser.blank()) {
        skipped.add(RowJudge.fault(FaultKind.PREAMBLE, parser, "a line before the table"));
      } else if (row > shape.firstRow() && !parser.blank()) {
        skipped.add(RowJudge.fault(FaultKind.COMMENT, parser, "a rule under the names"));
      } else if (parser.tooLong()) {
        ready.add(judge.judge(parser));
      }
      position = original(parser.endByte());
      line = parser.line() + parser.lineEnds();
    }
    ended = held;
  }

  private long original(long offset) {
    return transcoding == null ? offset : transcoding.originalOffset(offset);
  }

  /**
   * Reads on.
   *
   * @return the next record, or null at the end
   * @throws PlatformException if a compressed file is damaged; what came before was read
   * @throws IOException if the file cannot be read
   */
  public @Nullable CsvRecord read() throws IOException {
    while (true) {
      CsvRecord next = ready.poll();
      if (next != null) {
        position = next.endByte();
        line = next.nextLine();
        return next;
      }
      if (ended) {
        if (exhausted) {
          position = original(parser.endByte());
          line = parser.line();
        }
        return null;
      }
      step();
    }
  }

  private void step() throws IOException {
    if (!advanceParser()) {
      ended = true;
      if (!held) {
        bounds.finish();
        exhausted = true;
      }
      return;
    }
    if (row++ == otherTableRow) {
      bounds.otherTableBegins();
    }
    boolean blank = parser.blank() && bounds.multiColumn();
    if (blank) {
      bounds.blankLine();
      return;
    }
    int rawWidth = parser.damaged() ? -1 : parser.width();
    CsvRecord record = judge.judge(parser);
    if (record.fault() == null) {
      rawWidth = record.fields().length;
    }
    CsvRecord there = transcoding == null ? record : relocated(record);
    boolean last = parser.open() && !parser.neverClosed();
    openStart = last ? there.startByte() : -1;
    openLine = there.line();
    bounds.take(there, rawWidth);
  }

  private boolean advanceParser() throws IOException {
    try {
      if (!parser.next()) {
        return false;
      }
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw new PlatformException(
          CsvError.CSV_GZIP_DAMAGED,
          name
              + " is damaged or cut off after byte "
              + parser.endByte()
              + " of its content (line "
              + parser.line()
              + "): the rows before were read; send the file again",
          e);
    }
    held = holdOpen && parser.open();
    return !held;
  }

  /** Offsets of a transcoded file are those of its original bytes. */
  private CsvRecord relocated(CsvRecord record) {
    long start = original(record.startByte());
    long end = original(record.endByte());
    CsvRecord moved = CsvRecord.of(record.fields(), record.line(), record.nextLine(), start, end);
    CsvFault fault = record.fault();
    if (fault == null) {
      return moved;
    }
    CsvFault there = new CsvFault(fault.kind(), fault.line(), start, fault.text(), fault.message());
    return record.isRejected() ? moved.rejected(there) : moved.repaired(there);
  }

  /**
   * What the file looks like.
   *
   * @return its format
   */
  public CsvFormat format() {
    return format;
  }

  /**
   * The lines that belong to no row.
   *
   * @return what was skipped so far
   */
  public SkippedLines skipped() {
    return skipped;
  }

  /**
   * Where reading may go on later: after the last record handed out, or at the end of the file.
   *
   * @return the place, and the sample to find the same dialect in
   */
  public Resume resume() {
    return new Resume(position, line, bounds.otherWidth(), sampleLength, sampleComplete);
  }

  /**
   * Where reading goes on if the file grows: at the last record, if nothing closes it off.
   *
   * @return the place
   */
  public Resume resumeIfGrown() {
    return openStart < 0
        ? resume()
        : new Resume(openStart, openLine, bounds.otherWidth(), sampleLength, sampleComplete);
  }

  /**
   * Tells whether the end of the file was reached; otherwise there is more to read, or reading
   * stopped before a record that more bytes could change.
   *
   * @return true if all was read
   */
  public boolean exhausted() {
    return exhausted && ready.isEmpty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
