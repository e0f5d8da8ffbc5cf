package dev.tributary.connector.csv.internal.reading;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvError;
import dev.tributary.connector.csv.internal.detect.AlignedColumns;
import dev.tributary.connector.csv.internal.detect.ContentGuard;
import dev.tributary.connector.csv.internal.detect.DialectDetector;
import dev.tributary.connector.csv.internal.detect.Sample;
import dev.tributary.connector.csv.internal.encoding.DetectedEncoding;
import dev.tributary.connector.csv.internal.encoding.EncodingDetector;
import dev.tributary.connector.csv.internal.encoding.TranscodingStream;
import dev.tributary.connector.csv.internal.encoding.WrappedLines;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file being opened: what it is, how it is compressed, how its characters are stored. */
final class Opening {
  static final int SAMPLE_BYTES = 256 * 1024;
  private static final int GZIP_BUFFER = 64 * 1024;

  private final SampledStream stream;
  private final boolean gzip;
  private final DetectedEncoding encoding;
  private final @Nullable UnaryOperator<String> form;
  private final Sample sample;

  private Opening(
      SampledStream stream,
      boolean gzip,
      DetectedEncoding encoding,
      @Nullable UnaryOperator<String> form,
      Sample sample) {
    this.stream = stream;
    this.gzip = gzip;
    this.encoding = encoding;
    this.form = form;
    this.sample = sample;
  }

  static Opening of(
      InputStream raw, String name, CsvConfig config, @Nullable Resume resume, boolean growing)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, GZIP_BUFFER);
    boolean gzip = isGzip(in);
    SampledStream stream =
        new SampledStream(
            gzip ? inflate(in, name) : in, resume == null ? SAMPLE_BYTES : resume.sampleLength());
    byte[] bytes = stream.sample();
    int length = stream.length();
    refuse(ContentGuard.foreignBytes(bytes, length), name);
    Charset declared = config.charset();
    DetectedEncoding encoding =
        declared == null
            ? EncodingDetector.detect(bytes, length)
            : EncodingDetector.declared(declared, bytes, length);
    if (length <= encoding.markLength()) {
      if (gzip && stream.complete()) {
        // A damaged archive without a single row is not an empty file.
        stream.skipTo(length);
        if (stream.read() >= 0) {
          throw new IOException("unexpected data in " + name);
        }
      }
      throw new PlatformException(
          CsvError.CSV_EMPTY, name + " is empty; hand in a file with at least a header");
    }
    boolean complete = resume == null ? stream.complete() && !growing : resume.sampleComplete();
    Sample sample = sample(stream, encoding, complete);
    refuse(ContentGuard.foreignText(sample.text()), name);
    UnaryOperator<String> form = form(sample, config);
    return new Opening(
        stream, gzip, encoding, form, form == null ? sample : sample.rewritten(form));
  }

  /** How the lines have to be rewritten before they can be split, if they do. */
  private static @Nullable UnaryOperator<String> form(Sample sample, CsvConfig config) {
    if (config.delimiter() == null && config.quote() == null && WrappedLines.in(sample.text())) {
      return WrappedLines::unwrap;
    }
    return new DialectDetector(config).alignment(sample).orElse(null);
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1F && second == 0x8B;
  }

  private static InputStream inflate(InputStream in, String name) throws IOException {
    try {
      return new GZIPInputStream(in, GZIP_BUFFER);
    } catch (IOException e) {
      throw new PlatformException(
          CsvError.CSV_GZIP_DAMAGED,
          name + " begins like a gzip file and ends within its header; send it again",
          e);
    }
  }

  private static void refuse(Optional<String> foreign, String name) {
    if (foreign.isPresent()) {
      throw new PlatformException(
          CsvError.CSV_NOT_DELIMITED_TEXT, name + " is not delimited text but " + foreign.get());
    }
  }

  private static Sample sample(SampledStream stream, DetectedEncoding encoding, boolean complete)
      throws IOException {
    int from = encoding.markLength();
    int length = stream.length() - from;
    byte[] bytes = new byte[length];
    System.arraycopy(stream.sample(), from, bytes, 0, length);
    if (encoding.asciiBytes()) {
      return new Sample(bytes, length, encoding.charset(), complete);
    }
    byte[] transcoded =
        new TranscodingStream(
                new ByteArrayInputStream(bytes), encoding.charset(), 0, UnaryOperator.identity())
            .readAllBytes();
    return new Sample(transcoded, transcoded.length, StandardCharsets.UTF_8, complete);
  }

  boolean gzip() {
    return gzip;
  }

  Charset charset() {
    return encoding.charset();
  }

  int sampleLength() {
    return stream.length();
  }

  Sample sample() {
    return sample;
  }

  /** Whether columns were kept apart by blanks; the sample has tabs in their place. */
  boolean aligned() {
    return form instanceof AlignedColumns;
  }

  /** The first byte that is not part of a byte order mark. */
  long start() {
    return encoding.markLength();
  }

  InputStream streamFrom(long offset) throws IOException {
    stream.skipTo(offset);
    return stream;
  }

  @Nullable TranscodingStream transcoding(InputStream in, long offset) {
    if (form != null) {
      return new TranscodingStream(in, encoding.charset(), offset, form);
    }
    return encoding.asciiBytes()
        ? null
        : new TranscodingStream(in, encoding.charset(), offset, UnaryOperator.identity());
  }
}
