package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformException;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvError;
import dev.tributary.connector.csv.format.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><body>404</body></html>",
        "<?xml version=\"1.0\"?><rows/>",
        "[{\"a\":1},{\"a\":2}]",
        "{\"a\":1}\n{\"a\":2}\n",
        "%PDF-1.7 ...",
        "PK\u0003\u0004..."
      })
  void otherFormatsAreNamed(String text) {
    assertThatThrownBy(() -> Reading.of(text))
        .hasMessageStartingWith("test.csv is not delimited text but ")
        .extracting("code")
        .isEqualTo(CsvError.CSV_NOT_DELIMITED_TEXT);
  }

  @Test
  void binaryGarbageIsRefused() {
    byte[] bytes = new byte[5000];
    new Random(7).nextBytes(bytes);

    assertThatThrownBy(() -> Reading.of(bytes, CsvConfig.ofDefaults()))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void anEmptyFileIsAnError() {
    assertThatThrownBy(() -> Reading.of("")).extracting("code").isEqualTo(CsvError.CSV_EMPTY);
    assertThatThrownBy(() -> Reading.of("\ufeff")).extracting("code").isEqualTo(CsvError.CSV_EMPTY);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> CsvFile.open(Path.of("no-such.csv"), CsvConfig.ofDefaults()))
        .hasMessage("no-such.csv does not exist");
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    Reading reading = Reading.of(gzip("id,name\n1,a\n2,b\n"), CsvConfig.ofDefaults());

    assertThat(reading.format().gzip()).isTrue();
    assertThat(reading.rows()).hasSize(2);
  }

  @Test
  void aTruncatedArchiveGivesItsRowsAndThenAnError() throws IOException {
    StringBuilder text = new StringBuilder("id,name\n");
    Random random = new Random(3);
    for (int row = 0; row < 50_000; row++) {
      text.append(row).append(",n").append(random.nextInt()).append('\n');
    }
    byte[] whole = gzip(text.toString());
    byte[] cut = Arrays.copyOf(whole, whole.length * 3 / 4);

    try (CsvFile file =
        CsvFile.open(new ByteArrayInputStream(cut), "cut.csv.gz", CsvConfig.ofDefaults())) {
      long[] rows = {0};
      assertThatThrownBy(
              () -> {
                for (CsvRecord row = file.read(); row != null; row = file.read()) {
                  rows[0]++;
                }
              })
          .hasMessageStartingWith("cut.csv.gz is damaged or cut off after byte ")
          .extracting("code")
          .isEqualTo(CsvError.CSV_GZIP_DAMAGED);
      assertThat(rows[0]).isBetween(30_000L, 45_000L);
    }
  }

  @Test
  void aGigabyteWithoutALineEndIsReadInBoundedMemory() {
    InputStream endless =
        new InputStream() {
          private long left = 1L << 30;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] target, int from, int length) {
            if (left <= 0) {
              return -1;
            }
            int taken = (int) Math.min(left, length);
            Arrays.fill(target, from, from + taken, (byte) 'x');
            left -= taken;
            return taken;
          }
        };

    try (CsvFile file = CsvFile.open(endless, "line.csv", CsvConfig.ofDefaults())) {
      CsvRecord only = file.read();

      assertThat(only).isNotNull();
      assertThat(only.isRejected()).isTrue();
      assertThat(only.fault().message()).contains("longer than the limit");
      assertThat(file.read()).isNull();
    }
  }

  @Test
  void aHeaderOtherThanDeclaredIsAnError() {
    CsvConfig declared = CsvConfig.builder().columns(List.of("foo", "bar", "baz")).build();

    assertThatThrownBy(() -> Reading.of("qux,quux,quuz".getBytes(StandardCharsets.UTF_8), declared))
        .hasMessage(
            "test.csv has the columns [qux, quux, quuz] where [foo, bar, baz] are declared");
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> CsvConfig.builder().delimiter("\"").quote('"').build())
        .hasMessageContaining("must differ");
    assertThatThrownBy(() -> CsvConfig.builder().maxRecordBytes(10).build())
        .hasMessageContaining("1,024 bytes to 1 GiB, not 10");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
