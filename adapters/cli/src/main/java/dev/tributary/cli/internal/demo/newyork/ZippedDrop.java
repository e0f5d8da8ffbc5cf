package dev.tributary.cli.internal.demo.newyork;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A folder in which compressed files appear, each at once and whole. */
final class ZippedDrop {
  private final Path folder;
  private final String name;
  private final String header;
  private final List<String> waiting = new ArrayList<>();
  private int files;

  private ZippedDrop(Path folder, String name, String header) {
    this.folder = folder;
    this.name = name;
    this.header = header;
  }

  static ZippedDrop in(Path folder, String name, String header) throws IOException {
    Files.createDirectories(folder);
    return new ZippedDrop(folder, name, header);
  }

  void add(String line) {
    waiting.add(line);
  }

  void drop() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    Path unfinished = folder.resolve(name + ".part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      String content = header + "\n" + String.join("\n", waiting) + "\n";
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    files++;
    Files.move(
        unfinished,
        folder.resolve("%s-%04d.csv.gz".formatted(name, files)),
        StandardCopyOption.ATOMIC_MOVE);
    waiting.clear();
  }
}
