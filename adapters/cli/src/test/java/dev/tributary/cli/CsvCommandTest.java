package dev.tributary.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvCommandTest {
  private static final String GERMAN = "Name;Ort\nMüller;Köln\n\"Meier; Söhne\";Bonn\n";
  private static final String NORMALIZED = "Name,Ort\nMüller,Köln\nMeier; Söhne,Bonn\n";

  @TempDir Path folder;

  @Test
  void fileIsWrittenAsUtf8WithCommas() throws IOException {
    Path in = write("in.csv", GERMAN.getBytes(StandardCharsets.ISO_8859_1));
    Path out = folder.resolve("out.csv");

    CommandLineRun run = CommandLineRun.of("csv", in.toString(), out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(out)).isEqualTo(NORMALIZED);
    assertThat(run.out()).contains("2 rows").contains("delimiter ';'").contains("with header");
  }

  @Test
  void filesOfAFolderKeepTheirNames() throws IOException {
    write("in/deep/a.csv", GERMAN.getBytes(StandardCharsets.UTF_8));
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("in/b.csv.gz")))) {
      zipped.write(GERMAN.getBytes(StandardCharsets.UTF_8));
    }

    CommandLineRun run = CommandLineRun.of("csv", path("in"), path("out"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(folder.resolve("out/deep/a.csv")).hasContent(NORMALIZED);
    assertThat(folder.resolve("out/b.csv")).hasContent(NORMALIZED);
    assertThat(run.out()).contains("2 files written, 0 failed");
  }

  @Test
  void oneFileThatCannotBeReadDoesNotStopTheOthers() throws IOException {
    write("in/a.csv", GERMAN.getBytes(StandardCharsets.UTF_8));
    write("in/b.csv", new byte[0]);

    CommandLineRun run = CommandLineRun.of("csv", path("in"), path("out"));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(folder.resolve("out/a.csv")).exists();
    assertThat(run.err()).contains("b.csv");
  }

  @Test
  void jsonIsOneObjectPerFile() throws IOException {
    write("in/a.csv", GERMAN.getBytes(StandardCharsets.UTF_8));

    CommandLineRun run = CommandLineRun.of("csv", "--json", path("in"), path("out"));

    assertThat(run.out())
        .hasLineCount(1)
        .contains("\"delimiter\":\";\"")
        .contains("\"columns\":[\"Name\",\"Ort\"]");
  }

  @Test
  void missingInputIsNamed() {
    CommandLineRun run = CommandLineRun.of("csv", path("nowhere"), path("out"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("nowhere").contains("check the path").doesNotContain("\tat ");
  }

  @Test
  void inputIsNeverOverwritten() throws IOException {
    Path in = write("in.csv", GERMAN.getBytes(StandardCharsets.UTF_8));

    CommandLineRun run = CommandLineRun.of("csv", in.toString(), in.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(in).hasContent(GERMAN);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }
}
