package dev.tributary.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.RejectedRow;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.api.connector.SourceConnector;
import dev.tributary.api.connector.SourceFault;
import dev.tributary.testkit.TestConnectorContext;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFilesTest {
  @TempDir Path folder;

  private final List<List<Object>> rows = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();
  private List<SourceFault> faults = List.of();
  private List<String> columns = List.of();

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private void read() {
    Map<String, Object> settings =
        Map.of("folder", folder.toString(), "settle", "0s", "max_record", "1KiB");
    ReadRequest request =
        new ReadRequest("files", ReadMode.INCREMENTAL, Checkpoints.none(), 2, 1 << 20);
    try (SourceConnector connector =
            new JsonConnectorFactory().open(TestConnectorContext.of(settings));
        BatchReader reader = connector.read(request)) {
      for (Optional<SourceBatch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
        take(batch.get());
      }
      faults = reader.faults();
    }
  }

  private void take(SourceBatch batch) {
    columns = batch.schema().columns().stream().map(column -> column.name()).toList();
    rejected.addAll(batch.rejected());
    batch
        .rows()
        .forEach(row -> {
          List<Object> values = new ArrayList<>();
          for (int index = 0; index < row.width(); index++) {
            values.add(row.value(index));
          }
          rows.add(values);
        });
  }

  @Test
  void valuesKeepTheirTypesAndNestedOnesTheirText() throws Exception {
    write(
        "a.json",
        "[{\"a\": 1, \"b\": 1.50, \"c\": true, \"d\": null, \"e\": \"x\", \"f\": {\"g\": [1]}}]");

    read();

    assertThat(columns).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(rows.getFirst())
        .containsExactly(1L, new BigDecimal("1.50"), true, null, "x", "{\"g\":[1]}");
  }

  @Test
  void aSinglePrettyObjectIsOneRow() throws Exception {
    write("a.json", "{\n  \"a\": 1\n}\n");

    read();

    assertThat(rows).containsExactly(List.of(1L));
  }

  @Test
  void aBrokenLineCostsItselfAlone() throws Exception {
    write("a.ndjson", "{\"a\": 1}\n{\"a\": \n\n[2]\n{\"a\": 3}");

    read();

    assertThat(rows).containsExactly(List.of(1L), List.of(3L));
    assertThat(rejected)
        .extracting(RejectedRow::reason)
        .containsExactly("malformed_json", "not_an_object");
    assertThat(rejected.getFirst().position()).hasToString("a.ndjson:2@9");
  }

  @Test
  void aLineThatIsTooLongIsPutAsideAndNotHeld() throws Exception {
    write("a.ndjson", "{\"a\": 1}\n{\"a\": \"" + "x".repeat(5000) + "\"}\n{\"a\": 3}");

    read();

    assertThat(rows).containsExactly(List.of(1L), List.of(3L));
    assertThat(rejected).extracting(RejectedRow::reason).containsExactly("record_too_large");
    assertThat(rejected.getFirst().raw().length()).isLessThan(1100);
  }

  @Test
  void aFileThatIsCutOffGivesWhatItHasAndIsReported() throws Exception {
    write("a.json", "[{\"a\": 1}, {\"a\": 2}, {\"a\":");
    write("b.json", "[{\"a\": 9}]");

    read();

    assertThat(rows).containsExactlyInAnyOrder(List.of(1L), List.of(2L), List.of(9L));
    assertThat(faults).singleElement().extracting(SourceFault::place).isEqualTo("a.json");
    assertThat(faults.getFirst().message()).contains("line 1").contains("cut off");
  }

  @Test
  void aRecordThatWouldFillTheMemoryEndsItsFile() throws Exception {
    write("a.json", "[{\"a\": 1}, {\"a\": \"" + "x".repeat(1 << 20) + "\"}]");

    read();

    assertThat(faults).singleElement().extracting(SourceFault::message).asString().contains("1024");
  }

  @Test
  void compressedFilesAreRead() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.json.gz")))) {
      out.write("[{\"a\": 1}]".getBytes(StandardCharsets.UTF_8));
    }

    read();

    assertThat(rows).containsExactly(List.of(1L));
  }

  @Test
  void aWebPageIsNamedAsOne() throws Exception {
    write("a.json", "<html>");

    read();

    assertThat(faults).singleElement().extracting(SourceFault::message).asString().contains("web");
  }

  @Test
  void otherFilesAreLeftAlone() throws Exception {
    write("a.csv", "a\n1\n");
    write(".hidden.json", "[{\"a\": 1}]");

    read();

    assertThat(rows).isEmpty();
    assertThat(faults).isEmpty();
  }
}
