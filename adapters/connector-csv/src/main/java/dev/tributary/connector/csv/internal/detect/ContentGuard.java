package dev.tributary.connector.csv.internal.detect;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises files that are not delimited text, whatever their name says. */
public final class ContentGuard {
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)\\s*<(?:(?:!doctype|html|\\?xml|!--).*|[a-z][\\w:-]*(?:\\s[^<>]*)?/?>.*(?:</|/>).*)");
  private static final Pattern JSON =
      Pattern.compile(
          "(?s)\\s*(?:\\{\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*:|\\}\\s*$)|\\[\\s*(?:\\{\\s*\"|\\[\\s*[\"\\d\\[{-]|\\]\\s*$)).*");
  private static final int LOOK = 4096;

  private ContentGuard() {}

  /**
   * Looks at raw bytes.
   *
   * @param bytes a buffer
   * @param length how many bytes of it count
   * @return what the file is instead and what to do, or empty for possible text
   */
  public static Optional<String> foreignBytes(byte[] bytes, int length) {
    String start = ascii(bytes, Math.min(length, 16));
    if (start.startsWith("PK\u0003\u0004")) {
      return Optional.of("a ZIP archive or an office document; unpack it or export it as CSV");
    }
    if (start.startsWith("%PDF")) {
      return Optional.of("a PDF document; export the data as CSV");
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return Optional.of("an old office document; export it as CSV");
    }
    if (start.startsWith("PAR1")
        || start.startsWith("SQLite format")
        || start.startsWith("Obj\u0001")) {
      return Optional.of("a binary table (Parquet, SQLite or Avro); export it as CSV");
    }
    if (start.startsWith("BZh")
        || start.startsWith("\u00FD7zXZ")
        || start.startsWith("(\u00B5/\u00FD")
        || start.startsWith("7z\u00BC\u00AF")) {
      return Optional.of("an archive of another kind than gzip; unpack it");
    }
    return Optional.empty();
  }

  /**
   * Looks at decoded text.
   *
   * @param text the beginning of the file
   * @return what the file is instead and what to do, or empty for possible text
   */
  public static Optional<String> foreignText(String text) {
    String head = text.substring(0, Math.min(text.length(), LOOK));
    if (MARKUP.matcher(head).matches()) {
      return Optional.of("HTML or XML; ask for the CSV export, an error page may have been saved");
    }
    if (JSON.matcher(head).matches()) {
      return Optional.of("JSON; read it with the rest connector or convert it");
    }
    // Instruments fill what they reserved with zeros: those at the end say nothing of the rest.
    int end = head.length();
    while (end > 0 && head.charAt(end - 1) == 0) {
      end--;
    }
    int controls = 0;
    int zeros = 0;
    for (int index = 0; index < end; index++) {
      char character = head.charAt(index);
      boolean control =
          character > 0
              && character < ' '
              && "\t\n\r\f\u0001\u001c\u001d\u001e\u001f".indexOf(character) < 0;
      zeros += character == 0 ? 1 : 0;
      controls += control || character == '\uFFFD' || character == '\u007f' ? 1 : 0;
    }
    return end == 0 || controls * 20 > end || zeros * 4 > end
        ? Optional.of("binary data; hand in delimited text")
        : Optional.empty();
  }

  private static String ascii(byte[] bytes, int length) {
    return new String(bytes, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
