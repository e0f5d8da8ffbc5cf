package dev.tributary.connector.csv.internal.folder;

import dev.tributary.connector.csv.internal.reading.Resume;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the reading of one file stands. Its text form is the value of the file's checkpoint.
 *
 * @param stat the file as it was when it was read
 * @param finished whether everything up to its end was read
 * @param next where reading goes on
 * @param head the hash of its first bytes, by which a replaced file is noticed
 * @param content the hash of its content, by which a copy is noticed; nothing until it is finished
 */
record FileState(
    DropFile.Stat stat, boolean finished, Resume next, Head head, ContentHash content) {
  private static final String VERSION = "1";
  private static final int FIELDS = 16;

  /**
   * The hash of the first bytes.
   *
   * @param length how many bytes
   * @param hash their hash
   */
  record Head(int length, String hash) {}

  String text() {
    return String.join(
        "|",
        VERSION,
        String.valueOf(stat.size()),
        String.valueOf(stat.modified()),
        URLEncoder.encode(stat.key(), StandardCharsets.UTF_8),
        String.valueOf(finished),
        String.valueOf(next.offset()),
        String.valueOf(next.line()),
        String.valueOf(next.otherWidth()),
        String.valueOf(next.sampleLength()),
        String.valueOf(next.sampleComplete()),
        String.valueOf(head.length()),
        head.hash(),
        String.valueOf(content.blocks()),
        content.chain(),
        content.value(),
        ".");
  }

  /** Reads a text form; empty when it is none, so that the file is read anew. */
  static Optional<FileState> parse(String text) {
    String[] fields = text.split("\\|", -1);
    if (fields.length != FIELDS || !fields[0].equals(VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FileState(
              new DropFile.Stat(
                  Long.parseLong(fields[1]),
                  Long.parseLong(fields[2]),
                  URLDecoder.decode(fields[3], StandardCharsets.UTF_8)),
              Boolean.parseBoolean(fields[4]),
              new Resume(
                  Long.parseLong(fields[5]),
                  Long.parseLong(fields[6]),
                  Integer.parseInt(fields[7]),
                  Integer.parseInt(fields[8]),
                  Boolean.parseBoolean(fields[9])),
              new Head(Integer.parseInt(fields[10]), fields[11]),
              new ContentHash(Long.parseLong(fields[12]), fields[13], fields[14])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  FileState at(DropFile.Stat now) {
    return new FileState(now, finished, next, head, content);
  }
}
