package dev.tributary.connector.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.api.connector.SourceFault;
import dev.tributary.testkit.FolderReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFaultsTest {
  private static final int ROWS = 500;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() {
    file = folder.resolve("a.parquet");
  }

  @SuppressWarnings("unchecked")
  private void write(UnaryOperator<ExampleParquetWriter.Builder> how) throws IOException {
    new ParquetFile(file, "required int64 id; optional binary name (STRING);")
        .write(
            how,
            IntStream.range(0, ROWS)
                .mapToObj(id ->
                    (Consumer<Group>)
                        record -> {
                          record.add("id", (long) id);
                          if (id % 3 > 0) {
                            record.add("name", "some name " + id % 7);
                          }
                        })
                .toArray(Consumer[]::new));
  }

  private static List<List<Object>> all() {
    return IntStream.range(0, ROWS)
        .mapToObj(id -> Arrays.<Object>asList((long) id, id % 3 > 0 ? "some name " + id % 7 : null))
        .toList();
  }

  private FolderReading read(String maxMemory) {
    return FolderReading.of(new ParquetConnectorFactory(), folder, Map.of("max_memory", maxMemory));
  }

  private String fault() {
    FolderReading reading = read("4MiB");
    assertThat(reading.faults()).hasSize(1);
    SourceFault only = reading.faults().getFirst();
    assertThat(only.place()).isEqualTo("a.parquet");
    assertThat(only.message()).startsWith("a.parquet ");
    return only.message();
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void everyCodecIsReadInBothKindsOfPages(CompressionCodecName codec) throws Exception {
    for (WriterVersion version : WriterVersion.values()) {
      for (boolean dictionary : new boolean[] {true, false}) {
        write(writer ->
            writer
                .withCompressionCodec(codec)
                .withWriterVersion(version)
                .withDictionaryEncoding(dictionary)
                .withPageRowCountLimit(90)
                .withRowGroupRowCountLimit(200));

        assertThat(read("4MiB").rows()).isEqualTo(all());
      }
    }
  }

  @Test
  void aCodecThatIsNotReadIsNamed() throws Exception {
    write(writer -> writer.withCompressionCodec(CompressionCodecName.BROTLI));

    assertThat(fault()).contains("BROTLI", "column id", "snappy, gzip or zstd");
  }

  @ParameterizedTest
  @CsvSource({
    "'', is no Parquet file",
    "'<html>this is a web page</html>', is no Parquet file",
    "PAR1, is cut off after 4 bytes",
    "PAR1 and something else, is cut off",
    "'PAR1\u00ff\u00ff\u00ff\u007fPAR1', longer than the file",
    "'PAR1nonsense\u0008\u0000\u0000\u0000PAR1', cannot be understood",
    "'PAR1nonsense\u0008\u0000\u0000\u0000PARE', is encrypted",
  })
  void whatIsNoParquetIsSaidToBeNone(String content, String said) throws Exception {
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(fault()).contains(said).contains("; ");
  }

  @Test
  void aFileThatIsCutOffIsNamedAndTheOthersAreRead() throws Exception {
    write(UnaryOperator.identity());
    Files.copy(file, folder.resolve("b.parquet"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));

    assertThat(fault()).contains("cut off after 1000 bytes", "send the file again");
    assertThat(read("4MiB").rows()).hasSize(ROWS);
  }

  @Test
  void aPageThatWouldFillTheMemoryIsRefusedWithTheSettingToRaise() throws Exception {
    write(writer -> writer.withDictionaryEncoding(false));

    FolderReading reading = read("2KiB");

    assertThat(reading.rows()).isEmpty();
    assertThat(reading.faults().getFirst().message())
        .contains("a.parquet", "2048 bytes", "column", "max_memory");
  }

  /**
   * Whatever happens to the bytes: rows, or a fault that names the file, and never anything else.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void damagedBytesGiveRowsOrAFaultAndNothingElse(long seed) throws Exception {
    write(writer ->
        writer
            .withCompressionCodec(CompressionCodecName.values()[(int) (seed % 3)])
            .withPageWriteChecksumEnabled(seed % 2 == 0)
            .withRowGroupRowCountLimit(200));
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = whole.clone();
      for (int hits = 0; hits <= round % 3; hits++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      }
      Files.write(file, damaged);

      FolderReading reading = read("4MiB");

      assertThat(reading.rows().size()).isLessThanOrEqualTo(ROWS);
      if (reading.rows().size() < ROWS) {
        assertThat(reading.faults()).hasSize(1);
        assertThat(reading.faults().getFirst().message()).contains("a.parquet");
      }
    }
  }
}
