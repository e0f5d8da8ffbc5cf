package dev.tributary.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first page shows is what the program does. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path QUICKSTART =
      Path.of("src", "main", "java", "dev", "tributary", "examples", "Quickstart.java");

  @TempDir Path folder;

  @Test
  void theReadmeShowsTheQuickstart() throws IOException {
    String readme = Files.readString(README);
    String code = readme.substring(readme.indexOf("```java\n") + "```java\n".length());

    assertThat(words(Files.readString(QUICKSTART)))
        .contains(words(code.substring(0, code.indexOf("```"))));
  }

  @Test
  void theQuickstartPrintsWhatTheReadmeSays() throws IOException {
    Path drops = Files.createDirectory(folder.resolve("drops"));
    Path file =
        Files.writeString(
            drops.resolve("users.csv"),
            """
            user_id,full_name,created_at
            u1,Ann Lee,2026-01-05T10:00:00Z
            u2,Bob Stone,2026-01-06T11:00:00Z
            """);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-07T00:00:00Z")));

    String printed = printed(folder.resolve("data").toString(), drops.toString());

    assertThat(printed).startsWith("SUCCEEDED ").contains("ingested=2");
    assertThat(Files.readString(README)).contains(printed);
  }

  private static String printed(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(arguments);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }

  private static String words(String code) {
    return code.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
