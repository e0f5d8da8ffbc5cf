package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvNormalizerTest {
  @TempDir Path folder;

  @Test
  void writesCommasQuotesAndUtf8() throws IOException {
    Path from = folder.resolve("in.csv");
    Files.write(
        from,
        "Nr;Text;Größe\n1;a, b;3,5\n2;x \"y\" z;4,5\n3;c;5,5\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    Path to = folder.resolve("out.csv");

    CsvReport report = CsvNormalizer.of(CsvConfig.ofDefaults()).normalize(from, to);

    assertThat(to)
        .hasContent(
            "Nr,Text,Größe\n1,\"a, b\",\"3,5\"\n2,\"x \"\"y\"\" z\",\"4,5\"\n3,c,\"5,5\"\n");
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.format().dialect().delimiter()).isEqualTo(";");
  }

  @Test
  void reportsWhatItRepairedAndSkipped() throws IOException {
    Path from = folder.resolve("in.csv");
    Files.writeString(from, "Title\n\na,b,c\n1,2,3\n4,5\n6,7,8\n\nend of data\n");

    CsvReport report =
        CsvNormalizer.of(CsvConfig.ofDefaults()).normalize(from, folder.resolve("out.csv"));

    assertThat(report.wellFormed()).isFalse();
    assertThat(report.counts()).isEqualTo(new CsvReport.Counts(1, 0, 2));
    assertThat(report.repaired().getFirst().line()).isEqualTo(5);
  }

  @Test
  void aFailureLeavesNoTarget() throws IOException {
    Path from = folder.resolve("in.csv");
    Files.writeString(from, "<html></html>");

    assertThatThrownBy(() ->
            CsvNormalizer.of(CsvConfig.ofDefaults()).normalize(from, folder.resolve("out.csv")))
        .extracting("code")
        .isEqualTo(CsvError.CSV_NOT_DELIMITED_TEXT);
    assertThat(folder).isDirectoryNotContaining("glob:**out.csv");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    Path from = folder.resolve("in.csv");
    Files.writeString(from, "a,b\n1,2\n");

    assertThatThrownBy(() ->
            CsvNormalizer.of(CsvConfig.ofDefaults())
                .normalize(from, folder.resolve("none").resolve("out.csv")))
        .extracting("code")
        .isEqualTo(CsvError.CSV_UNWRITABLE);
  }
}
