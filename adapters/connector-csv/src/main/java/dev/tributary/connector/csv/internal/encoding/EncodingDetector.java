package dev.tributary.connector.csv.internal.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of text from its first bytes: a byte order mark decides; then the places of
 * zero bytes (UTF-16 and UTF-32 without a mark); then whether the bytes are well-formed UTF-8; and
 * for everything else the legacy encoding whose letters read most naturally.
 */
public final class EncodingDetector {
  private static final Charset UTF_32_LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32_BE = Charset.forName("UTF-32BE");

  private EncodingDetector() {}

  /**
   * Detects.
   *
   * @param bytes a buffer
   * @param length how many bytes of it are the sample
   * @return the encoding; UTF-8 for pure ASCII
   */
  public static DetectedEncoding detect(byte[] bytes, int length) {
    DetectedEncoding marked = mark(bytes, length);
    if (marked != null) {
      return marked;
    }
    Charset wide = wide(bytes, length);
    if (wide != null) {
      return new DetectedEncoding(wide, 0);
    }
    Utf8.Count count = Utf8.count(bytes, 0, length);
    if (count.broken() * 10 <= count.sequences()) {
      return new DetectedEncoding(StandardCharsets.UTF_8, 0);
    }
    return new DetectedEncoding(LegacyCharsets.best(bytes, length), 0);
  }

  /**
   * The mark of a known charset, if the file begins with it.
   *
   * @param charset the declared charset
   * @param bytes a buffer
   * @param length how many bytes of it are the sample
   * @return the encoding with the length of its mark
   */
  public static DetectedEncoding declared(Charset charset, byte[] bytes, int length) {
    DetectedEncoding marked = mark(bytes, length);
    boolean same = marked != null && marked.charset().equals(charset);
    boolean unspecific =
        marked != null
            && (charset.equals(StandardCharsets.UTF_16) || charset.name().equals("UTF-32"));
    if (marked != null && (same || unspecific)) {
      return marked;
    }
    return new DetectedEncoding(
        charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset, 0);
  }

  private static @Nullable DetectedEncoding mark(byte[] bytes, int length) {
    if (begins(bytes, length, 0xEF, 0xBB, 0xBF)) {
      return new DetectedEncoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(bytes, length, 0xFF, 0xFE, 0, 0)) {
      return new DetectedEncoding(UTF_32_LE, 4);
    }
    if (begins(bytes, length, 0, 0, 0xFE, 0xFF)) {
      return new DetectedEncoding(UTF_32_BE, 4);
    }
    if (begins(bytes, length, 0xFF, 0xFE)) {
      return new DetectedEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (begins(bytes, length, 0xFE, 0xFF)) {
      return new DetectedEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return begins(bytes, length, 0x84, 0x31, 0x95, 0x33)
        ? new DetectedEncoding(Charset.forName("GB18030"), 4)
        : null;
  }

  private static boolean begins(byte[] bytes, int length, int... mark) {
    if (length < mark.length) {
      return false;
    }
    for (int index = 0; index < mark.length; index++) {
      if ((bytes[index] & 0xFF) != mark[index]) {
        return false;
      }
    }
    return true;
  }

  /** Text in a wide encoding has its zero bytes at the same place of every unit. */
  private static @Nullable Charset wide(byte[] bytes, int length) {
    int[] zeros = new int[4];
    int units = Math.min(length, 4096) / 4;
    for (int index = 0; index < units * 4; index++) {
      if (bytes[index] == 0) {
        zeros[index % 4]++;
      }
    }
    if (units == 0 || zeros[0] + zeros[1] + zeros[2] + zeros[3] == 0) {
      return null;
    }
    double often = units * 0.6;
    double seldom = units * 0.1;
    if (zeros[2] > often && zeros[3] > often && zeros[0] < seldom) {
      return UTF_32_LE;
    }
    if (zeros[0] > often && zeros[1] > often && zeros[3] < seldom) {
      return UTF_32_BE;
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    if (odd > units * 0.4 && even < odd * 0.1) {
      return StandardCharsets.UTF_16LE;
    }
    return even > units * 0.4 && odd < even * 0.1 ? StandardCharsets.UTF_16BE : null;
  }
}
