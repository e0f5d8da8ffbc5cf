package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as programs print them: columns kept apart by blanks, bars and drawn rules. */
class AlignedTableTest {
  private static final String STATIONS =
      """
      ID       NAME               LAT   ELEV
      26010    DE BILT          52.10    1.9
      26035    HOEK VAN HOLLAND 51.99
      26280    EELDE            53.12    5.2
      26344    ROTTERDAM        51.95   -4.3
      """;

  @Test
  void numbersThatAreAlignedToTheRightAreSplitAtRunsOfBlanks() {
    Reading reading =
        Reading.of("   0.5   -3.2501     12\n  10.5  -13.2501    912\n 120.0    3.2501      7\n");

    assertThat(reading.delimiter()).isEqualTo(CsvDialect.ALIGNED);
    assertThat(reading.rows())
        .containsExactly(
            List.of("0.5", "-3.2501", "12"),
            List.of("10.5", "-13.2501", "912"),
            List.of("120.0", "3.2501", "7"));
  }

  @Test
  void columnsOfFixedWidthMayHoldBlanksAndNothing() {
    Reading reading = Reading.of(STATIONS);

    assertThat(reading.columns()).containsExactly("ID", "NAME", "LAT", "ELEV");
    assertThat(reading.rows())
        .contains(
            List.of("26010", "DE BILT", "52.10", "1.9"),
            List.of("26035", "HOEK VAN HOLLAND", "51.99", ""));
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void offsetsAreThoseOfTheFile() {
    Reading reading = Reading.of(STATIONS);

    assertThat(reading.records().getFirst().startByte()).isEqualTo(STATIONS.indexOf("26010"));
    assertThat(reading.records().getFirst().line()).isEqualTo(2);
  }

  @Test
  void textBeforeAnAlignedTableIsSkipped() {
    Reading reading =
        Reading.of(
            "Title:     Real output\nSource:    Bureau\n\nDATE         VALUE\n"
                + "1990-01-01    10.5\n1990-04-01   112.5\n1990-07-01     9.5\n1990-10-01    14.0\n");

    assertThat(reading.columns()).containsExactly("DATE", "VALUE");
    assertThat(reading.rows()).hasSize(4);
  }

  @Test
  void aDrawnRuleUnderTheNamesIsNoRow() {
    Reading reading =
        Reading.of(
            "id   name     amount\n---- -------- ------\n1    Ann A.     9.50\n2    Bob       10.00\n3    Cid      112.25\n");

    assertThat(reading.columns()).containsExactly("id", "name", "amount");
    assertThat(reading.rows()).hasSize(3).contains(List.of("1", "Ann A.", "9.50"));
  }

  @Test
  void aRuleWithDelimitersIsReportedAndSkipped() {
    Reading reading =
        Reading.of("id,name,v\n--,----,-\n1,Ann,3\n2,Bob,4\n3,Cid,5\n--,----,-\n(3 rows)\n");

    assertThat(reading.columns()).containsExactly("id", "name", "v");
    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.skipped()).hasSize(3);
  }

  @Test
  void boxesOfDatabaseClientsAndMarkdownAreTables() {
    String box =
        "+----+------+\n| id | name |\n+----+------+\n|  1 | Ann  |\n|  2 | Bob  |\n+----+------+\n";
    String terminal = " id | name \n----+------\n  1 | Ann\n  2 | Bob\n(2 rows)\n";
    String markdown = "| id | name |\n|---:|:-----|\n| 1 | Ann |\n| 2 | Bob |\n";

    for (String text : List.of(box, terminal, markdown)) {
      Reading reading = Reading.of(text);
      assertThat(reading.columns()).as(text).containsExactly("id", "name");
      assertThat(reading.rows()).as(text).containsExactly(List.of("1", "Ann"), List.of("2", "Bob"));
    }
  }

  @Test
  void blanksWithinValuesOfDelimitedFilesStay() {
    Reading reading = Reading.of("id;text;n\n1;a  b;   3\n2;c  d;  14\n3;e  f; 115\n");

    assertThat(reading.delimiter()).isEqualTo(";");
    assertThat(reading.rows().getFirst()).containsExactly("1", "a  b", "   3");
  }

  @Test
  void alignmentCanBeDeclared() {
    CsvConfig config = CsvConfig.builder().delimiter(CsvDialect.ALIGNED).build();

    Reading reading = Reading.of("a  b\n1  x y\n22  z\n".getBytes(StandardCharsets.UTF_8), config);

    assertThat(reading.rows()).containsExactly(List.of("1", "x y"), List.of("22", "z"));
  }
}
