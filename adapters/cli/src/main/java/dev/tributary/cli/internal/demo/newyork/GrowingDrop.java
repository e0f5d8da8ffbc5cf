package dev.tributary.cli.internal.demo.newyork;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder in which a file grows until it makes room for the next one. An append may end in the
 * middle of a line, as a writer's buffer does; the rest of the line comes with the next append, and
 * always before a file ends.
 */
final class GrowingDrop {
  private final Path folder;
  private final String name;
  private final String header;
  private final int appendsPerFile;
  private final StringBuilder waiting = new StringBuilder();
  private int appends;

  private GrowingDrop(Path folder, String name, String header, int appendsPerFile) {
    this.folder = folder;
    this.name = name;
    this.header = header;
    this.appendsPerFile = appendsPerFile;
  }

  static GrowingDrop in(Path folder, String name, String header, int appendsPerFile)
      throws IOException {
    Files.createDirectories(folder);
    return new GrowingDrop(folder, name, header, appendsPerFile);
  }

  void add(String line) {
    waiting.append(line).append('\n');
  }

  /** Writes what waits, but for half of its last line, unless the file ends here. */
  void append() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    boolean last = (appends + 1) % appendsPerFile == 0;
    int lastLine = waiting.lastIndexOf("\n", waiting.length() - 2) + 1;
    write(last ? waiting.length() : (lastLine + waiting.length()) / 2);
    appends++;
  }

  /** Writes all that waits. */
  void complete() throws IOException {
    if (!waiting.isEmpty()) {
      write(waiting.length());
      appends += appendsPerFile - appends % appendsPerFile;
    }
  }

  private void write(int length) throws IOException {
    Path file = folder.resolve("%s-%04d.csv".formatted(name, appends / appendsPerFile + 1));
    String text = waiting.substring(0, length);
    boolean fresh = appends % appendsPerFile == 0;
    Files.writeString(
        file,
        fresh ? header + "\n" + text : text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    waiting.delete(0, length);
  }
}
