package dev.tributary.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Size and packaging rules that bytecode does not show. */
class SourceShapeTest {
  private static final int MOST_CODE_LINES = 300;
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern BLOCKS =
      Pattern.compile("\"\"\".*?\"\"\"|/\\*.*?\\*/", Pattern.DOTALL);

  @Test
  void noFileHasMoreCodeThanOneCanHoldInMind() throws IOException {
    Map<String, Long> tooLong =
        sources()
            .collect(
                Collectors.toMap(
                    file -> ROOT.relativize(file).toString(), SourceShapeTest::codeLines));
    tooLong.values().removeIf(lines -> lines <= MOST_CODE_LINES);

    assertThat(tooLong.keySet()).isEqualTo(exceptions().stringPropertyNames());
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> silent =
        sources()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
            .toList();

    assertThat(silent).isEmpty();
  }

  /** Every exception, with its reason. */
  private static Properties exceptions() throws IOException {
    Properties reasons = new Properties();
    try (InputStream in = SourceShapeTest.class.getResourceAsStream("long-files.properties")) {
      reasons.load(in);
    }
    return reasons;
  }

  private static long codeLines(Path file) {
    return BLOCKS
        .matcher(read(file))
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .count();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> sources() {
    Pattern main = Pattern.compile(".*/src/main/java/.*\\.java");
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> main.matcher(file.toString().replace('\\', '/')).matches())
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
