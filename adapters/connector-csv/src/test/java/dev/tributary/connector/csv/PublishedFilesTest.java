package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.connector.csv.format.FaultKind;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as statistics offices, instruments and spreadsheets publish them. */
class PublishedFilesTest {

  private static String rows(int count, String pattern) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(row -> pattern.replace("#", String.valueOf(row)) + "\n")
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Cost (£)", "Cost £m", "Temp (°C)", "Flow (m³/s)", "NO2 (µg/m³)", "Area in m²"})
  void oneSignOfWesternEuropeIsEnough(String name) {
    Reading reading =
        Reading.of(
            "Site,Date," + name + "\n" + rows(9, "S#,2012-03-0#,#.5"),
            Charset.forName("windows-1252"));

    assertThat(reading.columns()).containsExactly("Site", "Date", name);
  }

  @Test
  void amountsInPoundsAreNotPolish() {
    Reading reading =
        Reading.of(
            "Supplier,Amount\n" + rows(9, "CAPITA,£#25.10"), Charset.forName("windows-1252"));

    assertThat(reading.rows().getFirst()).containsExactly("CAPITA", "£125.10");
  }

  @Test
  void blanksThatDoNotBreakGroupThousands() {
    Reading reading =
        Reading.of(
            "Pays;Population\n" + rows(9, "Suède;10\u00a0#23\u00a0456"),
            Charset.forName("windows-1252"));

    assertThat(reading.rows().getFirst()).containsExactly("Suède", "10\u00a0123\u00a0456");
  }

  @Test
  void datesOverNumbersAreNames() {
    Reading reading =
        Reading.of("State,Lat,1/22/20,1/23/20,1/24/20\n" + rows(9, "Prov #,#.5,1#,2#,3#"));

    assertThat(reading.columns()).containsExactly("State", "Lat", "1/22/20", "1/23/20", "1/24/20");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Time,1,2,3,4", "Time,400,405,410,415", "Time,0.5,1.0,1.5,2.0"})
  void evenlySpacedNumbersAreNames(String header) {
    Reading reading = Reading.of(header + "\n" + rows(9, "0.#,#.7,2.#,9.#,3.#"));

    assertThat(reading.columns()).containsExactly(header.split(","));
    assertThat(reading.rows()).hasSize(9);
  }

  @Test
  void tabsWinOverCommasInACompoundKey() {
    Reading reading =
        Reading.of(
            "unit,sex,geo\\time\t2019 \t2018 \n"
                + rows(9, "NR,F,A#\t4#1 \t: ").replace(": ", "#1 b"));

    assertThat(reading.delimiter()).isEqualTo("\t");
    assertThat(reading.columns()).containsExactly("unit,sex,geo\\time", "2019 ", "2018 ");
  }

  @Test
  void linesBeforeTheHeaderAreNotTakenForItAlthoughTheyAreAlmostAsWide() {
    Reading reading =
        Reading.of(
            "Release, provisional\nContact: Jane Doe, 020 7000, jane@gov.uk\n"
                + "code,name,value,rank\n"
                + rows(9, "E0#,Borough #,#.5,#"));

    assertThat(reading.columns()).containsExactly("code", "name", "value", "rank");
    assertThat(reading.skipped()).containsExactly(FaultKind.PREAMBLE, FaultKind.PREAMBLE);
  }

  @Test
  void aSourceWithCommasBehindTheTableIsNoRow() {
    Reading reading =
        Reading.of(
            "code,name,value,rank\n"
                + rows(9, "E0#,Borough #,#.5,#")
                + "Source: ONS, Crown copyright, 2012\n\"Notes: provisional\"\n");

    assertThat(reading.rows()).hasSize(9);
    assertThat(reading.skipped()).containsExactly(FaultKind.FOOTER, FaultKind.FOOTER);
  }

  @Test
  void aTableOfFootnotesIsNotPartOfTheTable() {
    Reading reading =
        Reading.of(
            "country,1990,1995,2000\n"
                + rows(9, "Land,#.5,..,1#.5")
                + "\"fnSeqID\",\"Footnote\"\n\"1\",\"Fiscal year.\"\n");

    assertThat(reading.rows()).hasSize(9);
  }

  @Test
  void aSecondTableUnderATitleOfItsOwnIsNotPartOfTheFirst() {
    Reading reading =
        Reading.of(
            "Table 1a. Deaths,,\nAge,Male,Female\n"
                + rows(9, "age #,1#,2#")
                + ",,\nTable 1b. Births,,\nAge,Boys,Girls\n"
                + rows(4, "age #,3#,4#"));

    assertThat(reading.columns()).containsExactly("Age", "Male", "Female");
    assertThat(reading.rows()).hasSize(9);
  }

  @Test
  void wordsAreNotCutWhereEmptyFieldsAreLeftOut() {
    Reading reading =
        Reading.of(
            "order,one,two,three\n1,tea,milk,jam\n2,bread,tea,eggs\n3,jam,eggs,tea\n"
                + "4,milk,jam,eggs\n5,tea,jam,milk\n6,milk,tea\n7,tea,eggs,jam\n8,eggs,tea,tea\n");

    assertThat(reading.rows().get(5)).isEqualTo(List.of("6", "milk", "tea", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|b|c|d", "Drama;Comedy;Action", "x;y"})
  void listsWithinAFieldAreNoFields(String list) {
    Reading reading = Reading.of("id,tags,n\n" + rows(9, "#," + list + ",1#"));

    assertThat(reading.delimiter()).isEqualTo(",");
    assertThat(reading.rows().getFirst()).containsExactly("1", list, "11");
  }

  @Test
  void longDelimitersWinOverListsWithinAField() {
    Reading reading = Reading.of(rows(9, "#::Film (197#)::Animation|Comedy"));

    assertThat(reading.delimiter()).isEqualTo("::");
    assertThat(reading.rows()).hasSize(9);
  }

  @Test
  void settingsOfAnInstrumentAreNotReadings() {
    Reading reading =
        Reading.of(
            "[Measurement]\nSample,S1\nAnode,Cu\nWavelength,1.54\nRange,5,80\n[Scan points]\n"
                + "Angle,Intensity\n"
                + rows(20, "5.#,9#"));

    assertThat(reading.columns()).containsExactly("Angle", "Intensity");
    assertThat(reading.rows()).hasSize(20);
    assertThat(reading.skipped()).hasSize(6).containsOnly(FaultKind.PREAMBLE);
  }

  @Test
  void readingsWithoutNamesBeginBehindTheSettings() {
    Reading reading =
        Reading.of("TITLE\tA\nOWNER\t\nDATE\t14/03/12\nXYDATA\n" + rows(20, "20#.5\t0.1#"));

    assertThat(reading.format().header()).isFalse();
    assertThat(reading.rows()).hasSize(20);
  }

  @Test
  void curlyQuotesAndBulletsAreWestern() {
    Reading reading =
        Reading.of(
            "id,text,n\n" + rows(9, "#,• We agree – it’s “important”,1#"),
            Charset.forName("windows-1252"));

    assertThat(reading.rows().getFirst().get(1)).isEqualTo("• We agree – it’s “important”");
  }

  @Test
  void rowsOfAnyWidthKeepTheirHeader() {
    StringBuilder text = new StringBuilder("id,one,two,three,four,five\n");
    for (int row = 0; row < 60; row++) {
      text.append(row).append(",0.5".repeat(1 + row * 7 % 5)).append('\n');
    }

    Reading reading = Reading.of(text.toString());

    assertThat(reading.columns()).containsExactly("id", "one", "two", "three", "four", "five");
    assertThat(reading.rows()).hasSize(60);
    assertThat(reading.skipped()).isEmpty();
  }

  @Test
  void wholeNumbersOverFractionsAreCodesOfColumns() {
    Reading reading = Reading.of("region,1101,1107,1190\n" + rows(9, "R#,#.5,1#.25,0.#"));

    assertThat(reading.columns()).containsExactly("region", "1101", "1107", "1190");
  }

  @Test
  void oneNameOverNumbersOutweighsNumbersThatAreNames() {
    Reading reading = Reading.of("m,0.001,0.01,0.1,1,10\n" + rows(9, "#,0.1#,0.2#,0.3#,0.4#,0.5#"));

    assertThat(reading.columns()).containsExactly("m", "0.001", "0.01", "0.1", "1", "10");
  }

  @Test
  void quotesWithinAQuotedFieldThatAreNotDoubledStayInIt() {
    Reading reading =
        Reading.of(
            "\"sku\",\"text\",\"n\"\n"
                + rows(9, "\"A-#\",\"cable, long\",\"#\"")
                + "\"B\",\"the \"big\" pipe\",\"7\"\n");

    assertThat(reading.rows().getLast()).containsExactly("B", "the \"big\" pipe", "7");
    assertThat(reading.faults()).containsExactly(FaultKind.STRAY_QUOTE);
  }

  @Test
  void blankLinesBetweenAllRowsCostNoTimeToSpeakOf() {
    Reading reading = Reading.of("id,name,n\n\n" + rows(12_000, "#,abc,1#\n"));

    assertThat(reading.rows()).hasSize(12_000);
  }

  @Test
  void textThatWasNotQuotedIsJoinedAtItsCommas() {
    Reading reading =
        Reading.of(
            "id,name,amount,note\n"
                + rows(9, "#,Name #,#.50,ok")
                + "10,Smith, John,3.50,bad, old, broken\n");

    assertThat(reading.rows().getLast())
        .containsExactly("10", "Smith, John", "3.50", "bad, old, broken");
    assertThat(reading.faults()).containsExactly(FaultKind.TOO_MANY_FIELDS);
  }

  @Test
  void linesThatWereQuotedAsAWholeAreUnwrapped() {
    Reading reading =
        Reading.of("\"id,name,n\"\n" + rows(9, "\"#,\"\"Smith, John\"\",1#\"") + "\"10,Lee,7\"\n");

    assertThat(reading.columns()).containsExactly("id", "name", "n");
    assertThat(reading.rows().getFirst()).containsExactly("1", "Smith, John", "11");
    assertThat(reading.rows().getLast()).containsExactly("10", "Lee", "7");
    assertThat(reading.records().getFirst().startByte()).isEqualTo(12);
    assertThat(reading.records().getLast().endByte()).isEqualTo(12 + 9 * 23 + 11);
  }

  @Test
  void aColumnOfQuotedTextIsNotUnwrapped() {
    Reading reading = Reading.of("\"place\"\n" + rows(9, "\"Paris #, France\""));

    assertThat(reading.columns()).containsExactly("place");
    assertThat(reading.rows().getFirst()).containsExactly("Paris 1, France");
  }
}
