package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvConfig.Damage;
import dev.tributary.connector.csv.format.CsvRecord;
import dev.tributary.connector.csv.format.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DamageTest {
  private static final String SOUND =
      """
      when,at,count,code,price,name,text
      2026-01-05,10:15,2,AB-1,$3.50,Blue lamp,"Bright, warm light"
      2026-01-06,10:30,3,AB-2,$4.50,Desk,"Solid, oak"
      2026-01-07,10:45,4,AB-3,$5.50,"Chair, small","Soft, red"
      2026-01-08,11:00,5,AB-4,$6.50,Shelf,"Long, ""deep"" one"
      """;

  private static Reading with(String row) {
    return Reading.of(SOUND + row + "\n" + SOUND.substring(SOUND.indexOf('\n') + 1));
  }

  @Test
  void aStrayQuoteAtTheStartOfAFieldStaysInItsRow() {
    Reading reading = with("2026-01-09,\"11:15,6,AB-5,$7.50,\"Lamp, tall\",\"Slim, white\"");

    assertThat(reading.rows()).hasSize(9);
    assertThat(reading.rows().get(4))
        .containsExactly(
            "2026-01-09", "\"11:15", "6", "AB-5", "$7.50", "Lamp, tall", "Slim, white");
    assertThat(reading.faults()).containsExactly(FaultKind.STRAY_QUOTE);
  }

  @Test
  void aStrayQuoteInAQuotedFieldStaysInItsField() {
    Reading reading = with("2026-01-09,11:15,6,AB-5,$7.50,Lamp,\"Hey, I missed \" it, sorry\"");

    assertThat(reading.rows().get(4).getLast()).isEqualTo("Hey, I missed \" it, sorry");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() {
    Reading reading = Reading.of("id,text,n\n1,\"never closed,3\n2,ok,4\n3,ok,5\n");

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.faults()).containsExactly(FaultKind.UNCLOSED_QUOTE);
    assertThat(reading.records()).extracting(CsvRecord::line).containsExactly(2L, 3L, 4L);
  }

  @Test
  void twoStrayQuotesDoNotSwallowTheRowsBetween() {
    StringBuilder text = new StringBuilder("id,name,note\n1,a,\"\n");
    for (int row = 2; row < 50; row++) {
      text.append(row).append(",b,c\n");
    }
    Reading reading = Reading.of(text + "50,d,\"\n51,e,f\n");

    assertThat(reading.rows()).hasSize(51);
  }

  @Test
  void longQuotedTextsOfManyLinesAreNoDamage() {
    Reading reading = Reading.of("id,text,n\n1,\"" + "line, one\n".repeat(5000) + "\",2\n2,x,3\n");

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void anExtraDelimiterIsTakenOutWhereTheColumnsTell() {
    Reading reading = with("2026-01-09,,11:15,6,AB-5,$7.50,Lamp,Slim");

    assertThat(reading.rows().get(4))
        .containsExactly("2026-01-09", "11:15", "6", "AB-5", "$7.50", "Lamp", "Slim");
    assertThat(reading.faults()).containsExactly(FaultKind.TOO_MANY_FIELDS);
  }

  @Test
  void valuesThatRanTogetherAreCutApartWhereTheColumnsTell() {
    Reading reading = with("2026-01-09,11:156,AB-5,$7.50,Lamp,Slim");

    assertThat(reading.rows().get(4))
        .containsExactly("2026-01-09", "11:15", "6", "AB-5", "$7.50", "Lamp", "Slim");
    assertThat(reading.faults()).containsExactly(FaultKind.TOO_FEW_FIELDS);
  }

  @Test
  void missingFieldsAreEmpty() {
    Reading reading = Reading.of("a,b,c\n1,2,3\n4,5\n6,7,8\n");

    assertThat(reading.rows().get(1)).containsExactly("4", "5", "");
    assertThat(reading.faults()).containsExactly(FaultKind.TOO_FEW_FIELDS);
  }

  @Test
  void damagedRowsAreRejectedWhereThatIsAskedFor() {
    CsvConfig strict = CsvConfig.builder().damage(Damage.REJECT).build();
    String text = "id,name,n\n1,a,2\n2,b\n3,c,4,5\n4,\"d\" x,6\n5,e,7\n";

    Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8), strict);

    assertThat(reading.rows()).containsExactly(List.of("1", "a", "2"), List.of("5", "e", "7"));
    assertThat(reading.faults())
        .containsExactly(
            FaultKind.TOO_FEW_FIELDS, FaultKind.TOO_MANY_FIELDS, FaultKind.STRAY_QUOTE);
    assertThat(reading.records().get(2).fault().text()).isEqualTo("3,c,4,5");
    assertThat(reading.records().get(2).fault().line()).isEqualTo(4);
    assertThat(reading.records().get(2).fault().startByte()).isEqualTo(text.indexOf("3,c"));
  }

  @Test
  void zerosThatFillUpAFileAreNoRow() {
    Reading reading = Reading.of("a,b,c\n1,2,3\n4,5,6\n" + "\0".repeat(400));

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.skipped()).containsExactly(FaultKind.FOOTER);
  }

  @Test
  void nulBytesAreTakenOutAndReported() {
    Reading reading = Reading.of("id,name\n1,An\0n\n2,Bob\n");

    assertThat(reading.rows().getFirst()).containsExactly("1", "Ann");
    assertThat(reading.faults()).containsExactly(FaultKind.NUL_BYTES);
  }

  @Test
  void aRecordBeyondTheLimitIsRejectedAndTheRestRead() {
    CsvConfig small = CsvConfig.builder().maxRecordBytes(2048).build();
    String text = "id,name\n1,a\n2," + "x".repeat(2_000_000) + "\n3,c\n";

    Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8), small);

    assertThat(reading.rows()).containsExactly(List.of("1", "a"), List.of("3", "c"));
    assertThat(reading.faults()).containsExactly(FaultKind.RECORD_TOO_LONG);
    assertThat(reading.records().get(1).startByte()).isEqualTo(12);
    assertThat(reading.records().get(2).line()).isEqualTo(4);
  }
}
