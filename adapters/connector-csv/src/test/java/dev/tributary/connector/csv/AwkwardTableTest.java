package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, notes and delimiters that are not where a reader would look first. */
class AwkwardTableTest {
  private static final String READINGS = "1.5,a,3\n2.5,b,4\n3.5,c,5\n4.5,d,6\n5.5,e,7\n";

  @Test
  void groupsThatSpanColumnsComeBeforeTheNames() {
    Reading reading =
        Reading.of("Control,,Treated,\nn,mean,n,mean\n3,1.5,4,2.5\n5,1.7,6,2.7\n7,1.9,8,2.9\n");

    assertThat(reading.columns()).containsExactly("n", "mean", "n", "mean");
    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.skipped()).containsExactly(FaultKind.PREAMBLE);
  }

  @Test
  void metadataPaddedToTheWidthOfTheTableIsNoHeader() {
    Reading reading =
        Reading.of(
            "Report:,Jobs,,\nDate:,01/02/2013,,\nRun by:,j.doe,,\nState,Rate,Rank,Change\n"
                + "Ohio,3.5,4,+1.5\nIowa,2.5,7,-1.5\nUtah,1.5,9,+0.5\n");

    assertThat(reading.columns()).containsExactly("State", "Rate", "Rank", "Change");
    assertThat(reading.rows()).hasSize(3);
  }

  @Test
  void namesMayBeKeptApartFromTheRowsByABlankLine() {
    Reading reading = Reading.of("Rate,Code,Rank\n\n" + READINGS);

    assertThat(reading.columns()).containsExactly("Rate", "Code", "Rank");
    assertThat(reading.rows()).hasSize(5);
  }

  @Test
  void aMarkBetweenMetadataAndNamesSeparatesThem() {
    Reading reading =
        Reading.of(
            "!title\t\"x\"\n!sample\ta\tb\tc\n!table_begin\nID\tS1\tS2\tS3\n"
                + "k1\t1.5\t2.5\t3.5\nk2\t4.5\t5.5\t6.5\nk3\t7.5\t8.5\t9.5\nk4\t1.0\t2.0\t3.0\n");

    assertThat(reading.columns()).containsExactly("ID", "S1", "S2", "S3");
    assertThat(reading.rows()).hasSize(4);
  }

  @Test
  void aWordAboveCodesIsAName() {
    Reading reading =
        Reading.of("OTU,12,15,18,33\nT1,5,6,4,3\nT2,7,8,1,0\nT3,9,1,2,2\nT4,2,2,7,1\nT5,3,3,8,8\n");

    assertThat(reading.columns()).containsExactly("OTU", "12", "15", "18", "33");
  }

  @Test
  void addressesAreValuesAndNotNames() {
    assertThat(Reading.of("ann@example.org\nbob@example.org\ncid@example.org\n").rows()).hasSize(3);
  }

  @Test
  void narrowNotesAtTheEndAreNoRows() {
    Reading reading =
        Reading.of(
            ",2010,2011,2012\nBirths,1,2,3\nDeaths,4,5,6\nMarriages,7,8,9\n"
                + "Note: figures are provisional, and will change\nSource: registry\n");

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.skipped()).containsExactly(FaultKind.FOOTER, FaultKind.FOOTER);
  }

  @Test
  void notesBehindADrawnLineMayHoldDelimiters() {
    Reading reading =
        Reading.of(
            "Year;Month;Guests;Nights\n2010;May;10;20\n2010;June;11;21\n2010;July;12;22\n"
                + "2011;May;13;23\n2011;June;14;24\n2011;July;15;25\n2012;May;16;26\n"
                + "2012;June;17;27\n2012;July;18;28\n__________;;;\n"
                + "From 2010: large houses; before: all;;\nSource: office;;;\n");

    assertThat(reading.rows()).hasSize(9);
    assertThat(reading.skipped()).hasSize(3).containsOnly(FaultKind.FOOTER);
  }

  @Test
  void aSecondTableThatSharesMostNamesIsAnotherTable() {
    Reading reading =
        Reading.of(
            "Region,2012,2013\nNorth,5,6\nSouth,7,8\n\nProduct,2012,2013\nMilk,1,2\nEggs,3,4\n");

    assertThat(reading.rows())
        .containsExactly(List.of("North", "5", "6"), List.of("South", "7", "8"));
    assertThat(reading.faults()).hasSize(3).containsOnly(FaultKind.OTHER_TABLE);
  }

  @Test
  void aNoteUnderATableOfTwoColumnsIsNoRow() {
    Reading reading =
        Reading.of("Recipient,Amount\nCity Farm,5000\nYouth Club,2500\n,\nNote: excludes VAT,\n");

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.skipped()).containsOnly(FaultKind.FOOTER);
  }

  @Test
  void aLastRowOfTwoColumnsMayLackItsValue() {
    assertThat(Reading.of("name,phone\nann,12\nbob,34\ncid,\n").rows()).hasSize(3);
  }

  @Test
  void oneYearAmongTheNamesIsAName() {
    Reading reading =
        Reading.of(
            "Region\t2008\t2009p\nTirol 1\t:\t5.4 p\nWien 2\t3.5\t6.1\nTirol 3\t2.5\t7.7 p\n");

    assertThat(reading.columns()).containsExactly("Region", "2008", "2009p");
  }

  @Test
  void titlesOfPagesThatRepeatTheHeaderAreNoRows() {
    Reading reading = Reading.of("Page 1\nid,v,w\n1,2,3\n4,5,6\n\nPage 2\nid,v,w\n7,8,9\n");

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void columnsWithoutNameAndValueAreNoneWhereRowsEndAnywhere() {
    Reading reading =
        Reading.of(
            "a\tb\tc\t\t\n1\tx\t2.5\n2\ty\t3.5\t\t\n3\tz\t4.5\t\n4\tx\t5.5\n5\ty\t6.5\t\t\n");

    assertThat(reading.columns()).containsExactly("a", "b", "c");
    assertThat(reading.rows()).allMatch(row -> row.size() == 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ; ", " | ", "\t|\t", "@#@", "%%", "~|~"})
  void delimitersMayHaveSignsAroundThem(String delimiter) {
    Reading reading =
        Reading.of(
            "id@name@day\n1@Ann@2026-01-05\n2@Bob@2026-01-06\n3@Cid@2026-01-07\n"
                .replace("@", delimiter));

    assertThat(reading.delimiter()).isEqualTo(delimiter);
    assertThat(reading.rows().getFirst()).containsExactly("1", "Ann", "2026-01-05");
  }

  @Test
  void aDelimiterMayBeEscapedWithoutQuotes() {
    Reading reading = Reading.of("id,text,v\n1,a\\, b,2.5\n2,c,3.5\n3,d\\, e,4.5\n4,f,5.5\n");

    assertThat(reading.rows()).contains(List.of("1", "a, b", "2.5"), List.of("2", "c", "3.5"));
    assertThat(reading.faults()).isEmpty();
  }

  @Test
  void secondsOfArcAreNoQuotes() {
    Reading reading =
        Reading.of(
            "Place;Lat;Lon\nBrest;48° 13' 12\" N;4° 57' 33\" W\nNice;43° 41' 12\" N;7° 16' 3\" E\n");

    assertThat(reading.delimiter()).isEqualTo(";");
    assertThat(reading.rows().getFirst())
        .containsExactly("Brest", "48° 13' 12\" N", "4° 57' 33\" W");
  }

  @Test
  void oneColumnOfDecimalCommasIsOneColumn() {
    assertThat(Reading.of("Wert\n1,25\n13,5\n0,75\n1,0\n").rows())
        .containsExactly(List.of("1,25"), List.of("13,5"), List.of("0,75"), List.of("1,0"));
  }

  @Test
  void sentencesAreOneColumn() {
    Reading reading =
        Reading.of("remark\nAll is well.\nNot so, he said.\nWhy; who knows.\nFine.\nGood.\n");

    assertThat(reading.columns()).containsExactly("remark");
    assertThat(reading.rows()).hasSize(5).contains(List.of("Not so, he said."));
  }

  @Test
  void tildesMayQuote() {
    Reading reading =
        Reading.of("no^name^v\n~01~^~Milk, whole~^1.5\n~02~^~Eggs~^2.5\n~03~^~Rye~^3.5\n");

    assertThat(reading.rows().getFirst()).containsExactly("01", "Milk, whole", "1.5");
  }
}
