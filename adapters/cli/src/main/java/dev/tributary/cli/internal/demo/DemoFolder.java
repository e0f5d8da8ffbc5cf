package dev.tributary.cli.internal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's folder: everything it writes is in there, and it never empties another's. */
final class DemoFolder {
  private static final String MARK = ".tributary-demo";

  private final Path root;

  private DemoFolder(Path root) {
    this.root = root;
  }

  /** Takes a new or empty folder, or empties one that an earlier demo has used. */
  static DemoFolder take(Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Files.createDirectories(root);
    if (Files.exists(root.resolve(MARK))) {
      empty(root);
    } else if (isUsed(root)) {
      throw new FileAlreadyExistsException(
          root.toString(), null, "holds files that no demo has written");
    }
    Files.writeString(
        root.resolve(MARK), "Everything here is made by the demo, and unmade by the next one.\n");
    return new DemoFolder(root);
  }

  Path configuration() {
    return root.resolve("tributary.yaml");
  }

  Path store() {
    return root.resolve("store/tributary.db");
  }

  Path frankfurt() {
    return root.resolve("fra/kernbank.db");
  }

  Path newYork() {
    return root.resolve("nyc");
  }

  Path singaporeToken() {
    return root.resolve("sgp/token");
  }

  void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  private static boolean isUsed(Path root) throws IOException {
    try (Stream<Path> content = Files.list(root)) {
      return content.findAny().isPresent();
    }
  }

  private static void empty(Path root) throws IOException {
    List<Path> content;
    try (Stream<Path> walk = Files.walk(root)) {
      content = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : content) {
      if (!path.equals(root)) {
        Files.delete(path);
      }
    }
  }
}
