package dev.tributary.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.testkit.FolderReading;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {
  @TempDir Path folder;

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private FolderReading read() {
    return FolderReading.of(new JsonConnectorFactory(), folder, Map.of("max_record", "1KiB"));
  }

  @Test
  void valuesKeepTheirTypesAndNestedOnesTheirText() throws Exception {
    write(
        "a.json",
        "[{\"a\": 1, \"b\": 1.50, \"c\": true, \"d\": null, \"e\": \"x\", \"f\": {\"g\": [1]}}]");

    FolderReading reading = read();

    assertThat(reading.columns())
        .containsExactly("a TEXT", "b TEXT", "c TEXT", "d TEXT", "e TEXT", "f TEXT");
    assertThat(reading.rows().getFirst())
        .containsExactly(1L, new BigDecimal("1.50"), true, null, "x", "{\"g\":[1]}");
  }

  @Test
  void aSinglePrettyObjectIsOneRow() throws Exception {
    write("a.json", "{\n  \"a\": 1\n}\n");

    FolderReading reading = read();

    assertThat(reading.rows()).containsExactly(List.of(1L));
  }

  @Test
  void aBrokenLineCostsItselfAlone() throws Exception {
    write("a.ndjson", "{\"a\": 1}\n{\"a\": \n\n[2]\n{\"a\": 3}");

    FolderReading reading = read();

    assertThat(reading.rows()).containsExactly(List.of(1L), List.of(3L));
    assertThat(reading.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly("malformed_json", "not_an_object");
    assertThat(reading.rejected().getFirst().position()).hasToString("a.ndjson:2@9");
  }

  @Test
  void aLineThatIsTooLongIsPutAsideAndNotHeld() throws Exception {
    write("a.ndjson", "{\"a\": 1}\n{\"a\": \"" + "x".repeat(5000) + "\"}\n{\"a\": 3}");

    FolderReading reading = read();

    assertThat(reading.rows()).containsExactly(List.of(1L), List.of(3L));
    assertThat(reading.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly("record_too_large");
    assertThat(reading.rejected().getFirst().raw().length()).isLessThan(1100);
  }

  @Test
  void aFileThatIsCutOffGivesWhatItHasAndIsReported() throws Exception {
    write("a.json", "[{\"a\": 1}, {\"a\": 2}, {\"a\":");
    write("b.json", "[{\"a\": 9}]");

    FolderReading reading = read();

    assertThat(reading.rows()).containsExactlyInAnyOrder(List.of(1L), List.of(2L), List.of(9L));
    assertThat(reading.faults()).singleElement().extracting(SourceFault::place).isEqualTo("a.json");
    assertThat(reading.faults().getFirst().message()).contains("line 1").contains("cut off");
  }

  @Test
  void aRecordThatWouldFillTheMemoryEndsItsFile() throws Exception {
    write("a.json", "[{\"a\": 1}, {\"a\": \"" + "x".repeat(1 << 20) + "\"}]");

    FolderReading reading = read();

    assertThat(reading.faults())
        .singleElement()
        .extracting(SourceFault::message)
        .asString()
        .contains("1024");
  }

  @Test
  void compressedFilesAreRead() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.json.gz")))) {
      out.write("[{\"a\": 1}]".getBytes(StandardCharsets.UTF_8));
    }

    FolderReading reading = read();

    assertThat(reading.rows()).containsExactly(List.of(1L));
  }

  @Test
  void aWebPageIsNamedAsOne() throws Exception {
    write("a.json", "<html>");

    FolderReading reading = read();

    assertThat(reading.faults())
        .singleElement()
        .extracting(SourceFault::message)
        .asString()
        .contains("web");
  }

  @Test
  void otherFilesAreLeftAlone() throws Exception {
    write("a.csv", "a\n1\n");
    write(".hidden.json", "[{\"a\": 1}]");

    FolderReading reading = read();

    assertThat(reading.rows()).isEmpty();
    assertThat(reading.faults()).isEmpty();
  }
}
