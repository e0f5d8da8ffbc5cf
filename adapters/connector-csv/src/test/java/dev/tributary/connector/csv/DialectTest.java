package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
  private static final String TABLE =
      """
      id@name@price@when
      1@Blue lamp@12.50@2026-01-05
      2@Desk@99.00@2026-01-06
      3@Chair@45.10@2026-02-07
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",", ";", "\t", "|", "^", "~", "\u001f", ":", ", ", "; ", "||", "|~|", "\t\t", "\\t", "§"
      })
  void findsTheDelimiter(String delimiter) {
    Reading reading = Reading.of(TABLE.replace("@", delimiter));

    assertThat(reading.delimiter()).isEqualTo(delimiter);
    assertThat(reading.columns()).containsExactly("id", "name", "price", "when");
    assertThat(reading.rows().get(1)).containsExactly("2", "Desk", "99.00", "2026-01-06");
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void findsBlanksAsDelimiter() {
    Reading reading = Reading.of("x y z\n1.0 2.5 3\n4.0 5.5 6\n7.0 8.5 9\n");

    assertThat(reading.delimiter()).isEqualTo(" ");
    assertThat(reading.rows()).hasSize(3);
  }

  @Test
  void decimalCommasDoNotPassForDelimiters() {
    Reading reading = Reading.of("1,5;2,5;3,5\n4,5;5,5;6,5\n7,5;8,5;9,5\n");

    assertThat(reading.delimiter()).isEqualTo(";");
    assertThat(reading.rows().getFirst()).containsExactly("1,5", "2,5", "3,5");
  }

  @Test
  void findsApostrophesAsQuotes() {
    Reading reading = Reading.of("id,text,n\n1,'a, b',3\n2,'c, d',4\n3,'e ''f'', g',5\n");

    assertThat(reading.format().dialect().quote()).isEqualTo('\'');
    assertThat(reading.rows().get(2)).containsExactly("3", "e 'f', g", "5");
  }

  @Test
  void findsBackslashAsEscape() {
    Reading reading =
        Reading.of("id,text,n\n1,\"a \\\"b\\\", c\",3\n2,\"d\",4\n3,\"C:\\temp \\\"x\\\" y\",5\n");

    assertThat(reading.format().dialect().escape()).isEqualTo('\\');
    assertThat(reading.rows().get(0)).containsExactly("1", "a \"b\", c", "3");
    assertThat(reading.rows().get(2)).containsExactly("3", "C:\\temp \"x\" y", "5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryLineEnd(String lineEnd) {
    Reading reading = Reading.of(TABLE.replace("@", ",").replace("\n", lineEnd));

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.records()).extracting(record -> record.line()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void readsMixedLineEnds() {
    assertThat(Reading.of("a,b\r\n1,2\n3,4\r5,6\n").rows()).hasSize(3);
  }

  @Test
  void aFileOfOneColumnHasNoDelimiter() {
    Reading reading = Reading.of("name\nJohn\nJane\n\nBob\n");

    assertThat(reading.columns()).containsExactly("name");
    assertThat(reading.rows())
        .containsExactly(List.of("John"), List.of("Jane"), List.of(""), List.of("Bob"));
  }

  @Test
  void theHintOfSpreadsheetsIsNoRow() {
    Reading reading = Reading.of("sep=;\nid;v\n1;3,5\n2;4,5\n");

    assertThat(reading.columns()).containsExactly("id", "v");
    assertThat(reading.rows()).hasSize(2);
  }

  @Test
  void delimitersWithinQuotesDoNotCount() {
    Reading reading = Reading.of("a;b\n\"x, y, z\";1\n\"p, q, r\";2\n\"s, t, u\";3\n");

    assertThat(reading.delimiter()).isEqualTo(";");
    assertThat(reading.rows().getFirst()).containsExactly("x, y, z", "1");
  }
}
