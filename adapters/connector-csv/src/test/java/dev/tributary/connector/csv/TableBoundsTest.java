package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableBoundsTest {

  @Nested
  class BeforeTheTable {
    @Test
    void titlesAndMetadataAreSkippedAndReported() {
      Reading reading =
          Reading.of(
              "Annual report\nDate,2026-01-01\n\nid,name,amount,region\n"
                  + "1,Pen,3.50,North\n2,Ink,4.50,South\n3,Cap,5.50,East\n");

      assertThat(reading.columns()).containsExactly("id", "name", "amount", "region");
      assertThat(reading.rows()).hasSize(3);
      assertThat(reading.skipped()).containsExactly(FaultKind.PREAMBLE, FaultKind.PREAMBLE);
    }

    @Test
    void titlesPaddedWithDelimitersAreSkipped() {
      Reading reading =
          Reading.of("Title,,,\n,,,\nid,name,amount,region\n1,Pen,3.5,N\n2,Ink,4.5,S\n");

      assertThat(reading.columns()).containsExactly("id", "name", "amount", "region");
    }

    @Test
    void aHeaderWithAnEmptyNameIsStillAHeader() {
      Reading reading = Reading.of(",2019,2020\nFrance,1,2\nSpain,3,4\n");

      assertThat(reading.columns()).containsExactly("", "2019", "2020");
      assertThat(reading.rows()).hasSize(2);
    }

    @Test
    void commentsAreSkipped() {
      Reading reading = Reading.of("# tool 1\nid,value\n1,2.5\n# note, with comma\n2,3.5\n");

      assertThat(reading.rows()).hasSize(2);
      assertThat(reading.skipped()).containsExactly(FaultKind.PREAMBLE, FaultKind.COMMENT);
    }
  }

  @Nested
  class Header {
    @Test
    void dataInTheFirstRowMeansThatThereIsNone() {
      Reading reading = Reading.of("2026-01-01,12.5,ok\n2026-01-02,13.5,ok\n2026-01-03,14.5,bad\n");

      assertThat(reading.format().header()).isFalse();
      assertThat(reading.columns()).containsExactly("col_0", "col_1", "col_2");
      assertThat(reading.rows()).hasSize(3);
    }

    @Test
    void yearsAreNames() {
      assertThat(Reading.of("Country,1990,1991\nFrance,1,2\nSpain,3,4\n").columns())
          .containsExactly("Country", "1990", "1991");
    }

    @Test
    void aHeaderAloneIsATableWithoutRows() {
      Reading reading = Reading.of("DATE,TIME,\"Qty\"\n");

      assertThat(reading.columns()).containsExactly("DATE", "TIME", "Qty");
      assertThat(reading.rows()).isEmpty();
    }

    @Test
    void theSameHeaderOnceMoreIsASeam() {
      Reading reading = Reading.of("id,name\n1,a\nid,name\n2,b\n");

      assertThat(reading.rows()).containsExactly(List.of("1", "a"), List.of("2", "b"));
      assertThat(reading.skipped()).containsExactly(FaultKind.REPEATED_HEADER);
    }

    @Test
    void namesWithAnotherDelimiterThanTheRowsAreFound() {
      assertThat(Reading.of("id;name;v\n1,Ann,3\n2,Bob,4\n3,Cid,5\n").columns())
          .containsExactly("id", "name", "v");
    }

    @Test
    void rowNumbersNeedNoName() {
      assertThat(Reading.of("\"x\",\"y\"\n\"1\",2.5,3\n\"2\",3.5,4\n\"3\",4.5,5\n").columns())
          .containsExactly("", "x", "y");
    }

    @Test
    void delimitersAtTheEndOfDataRowsMakeNoColumn() {
      Reading reading = Reading.of("a,b,c\n1,2,3,\n4,5,6,\n7,8,9,\n");

      assertThat(reading.columns()).containsExactly("a", "b", "c");
      assertThat(reading.faults()).isEmpty();
    }
  }

  @Nested
  class BehindTheTable {
    @Test
    void notesAreSkippedAndReported() {
      Reading reading =
          Reading.of(
              "Station,Date,Rain,Temp\nA,2026-01-01,1.5,3\nB,2026-01-02,2.5,4\nC,2026-01-03,0.0,5\n"
                  + "\nNote: provisional\nSource: Met Office, 2026, all rights reserved\n");

      assertThat(reading.rows()).hasSize(3);
      assertThat(reading.skipped()).containsExactly(FaultKind.FOOTER, FaultKind.FOOTER);
    }

    @Test
    void emptySpreadsheetRowsAreNoRows() {
      assertThat(Reading.of("id,name,v\n1,Ann,3\n2,Bob,4\n,,\n,,\n").rows()).hasSize(2);
    }

    @Test
    void aTotalWithValuesStaysARow() {
      assertThat(
              Reading.of("Agency,Amount\nPolice,\"1,200\"\nFire,\"3,400\"\nTotal,\"4,600\"\n")
                  .rows())
          .hasSize(3);
    }
  }

  @Nested
  class SeveralTables {
    @Test
    void anotherTableOfOtherWidthIsRejectedLineByLine() {
      Reading reading =
          Reading.of(
              "id,name\n1,Ann\n2,Bob\n3,Cid\n\norder,item,qty\n10,pen,2\n11,ink,3\n12,cap,1\n");

      assertThat(reading.rows()).hasSize(3);
      assertThat(reading.faults()).hasSize(4).containsOnly(FaultKind.OTHER_TABLE);
    }

    @Test
    void anotherTableOfTheSameWidthIsToldByItsHeader() {
      Reading reading =
          Reading.of(
              "id,name,score\n1,Ann,3\n2,Bob,4\n3,Cid,5\n\norder,item,qty\n10,pen,2\n11,ink,3\n12,cap,1\n");

      assertThat(reading.rows()).hasSize(3);
      assertThat(reading.faults()).hasSize(4).containsOnly(FaultKind.OTHER_TABLE);
    }

    @Test
    void titlesBeforeEachTableBelongToNone() {
      Reading reading =
          Reading.of(
              "Table 1: people\nid,name,score\n1,Ann,3\n2,Bob,4\n3,Cid,5\n\n"
                  + "Table 2: orders\norder,item,qty\n10,pen,2\n11,ink,3\n12,cap,1\n");

      assertThat(reading.columns()).containsExactly("id", "name", "score");
      assertThat(reading.rows()).hasSize(3);
      assertThat(reading.records().get(3).fault().text()).isEqualTo("Table 2: orders");
    }

    @Test
    void metadataOfTheSameWidthIsNotTheTable() {
      Reading reading =
          Reading.of("Report,Sales\nAuthor,Me\nRegion,N\n\nname,value\nx,1\ny,2\nz,3\nq,4\n");

      assertThat(reading.columns()).containsExactly("name", "value");
      assertThat(reading.rows()).hasSize(4);
    }

    @Test
    void proseWithDelimitersIsNotTheTable() {
      Reading reading =
          Reading.of(
              "This is a long text, with commas, and so on.\n".repeat(12)
                  + "\nid,day,value\n1,2026-01-01,3\n2,2026-01-02,4\n3,2026-01-03,5\n4,2026-01-04,6\n"
                  + "5,2026-01-05,7\n6,2026-01-06,8\n7,2026-01-07,9\n8,2026-01-08,1\n");

      assertThat(reading.columns()).containsExactly("id", "day", "value");
      assertThat(reading.rows()).hasSize(8);
    }

    @Test
    void blankLinesAloneDoNotEndATable() {
      assertThat(Reading.of("id,name,v\n\n1,Ann,3\n\n2,Bob,4\n\n3,Cid,5\n").rows()).hasSize(3);
    }
  }
}
