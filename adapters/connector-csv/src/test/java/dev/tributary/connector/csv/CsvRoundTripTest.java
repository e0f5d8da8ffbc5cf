package dev.tributary.connector.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.tributary.connector.csv.format.CsvConfig;
import dev.tributary.connector.csv.format.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written in any dialect is read back, with the dialect declared and detected. */
class CsvRoundTripTest {

  record Table(List<String> columns, List<List<String>> rows) {
    String in(CsvDialect dialect, String lineEnd) {
      StringBuilder text = new StringBuilder(line(columns, dialect)).append(lineEnd);
      rows.forEach(row -> text.append(line(row, dialect)).append(lineEnd));
      return text.toString();
    }

    Table without(String characters) {
      return new Table(
          columns,
          rows.stream()
              .map(row -> row.stream().map(cell -> cell.replaceAll(characters, "")).toList())
              .toList());
    }

    private static String line(List<String> cells, CsvDialect dialect) {
      return String.join(
          dialect.delimiter(), cells.stream().map(cell -> field(cell, dialect)).toList());
    }

    private static String field(String cell, CsvDialect dialect) {
      String quote = String.valueOf(dialect.quote());
      boolean plain =
          !dialect.quoted()
              || !cell.contains(dialect.delimiter())
                  && !cell.contains(quote)
                  && !(dialect.escaped() && cell.indexOf(dialect.escape()) >= 0)
                  && cell.indexOf('\n') < 0
                  && cell.indexOf('\r') < 0
                  && dialect.delimiter().chars().noneMatch(part -> cell.indexOf(part) >= 0);
      if (plain) {
        return cell;
      }
      String escape = String.valueOf(dialect.escape());
      return dialect.escaped()
          ? quote + cell.replace(escape, escape + escape).replace(quote, escape + quote) + quote
          : quote + cell.replace(quote, quote + quote) + quote;
    }
  }

  @Property(tries = 400)
  void declaredDialectsGiveBackAnyText(
      @ForAll("anyTables") Table table,
      @ForAll("dialects") CsvDialect dialect,
      @ForAll("lineEnds") String lineEnd) {
    CsvConfig config =
        CsvConfig.builder()
            .charset(StandardCharsets.UTF_8)
            .delimiter(dialect.delimiter())
            .quote(dialect.quote())
            .escape(dialect.escape())
            .header(CsvConfig.Header.PRESENT)
            .build();

    Reading reading =
        Reading.of(table.in(dialect, lineEnd).getBytes(StandardCharsets.UTF_8), config);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.columns()).isEqualTo(table.columns());
    assertThat(reading.rows()).isEqualTo(table.rows());
  }

  @Property(tries = 200)
  void withoutQuotesEveryOtherCharacterIsText(
      @ForAll("anyTables") Table table,
      @ForAll("lineEnds") String lineEnd,
      @ForAll("unquotedDelimiters") String delimiter) {
    CsvDialect dialect = new CsvDialect(delimiter, CsvDialect.NONE, CsvDialect.NONE);
    Table plain = table.without("[\n\r" + Pattern.quote(delimiter) + "]");

    Reading reading =
        Reading.of(
            plain.in(dialect, lineEnd).getBytes(StandardCharsets.UTF_8),
            CsvConfig.builder()
                .charset(StandardCharsets.UTF_8)
                .delimiter(delimiter)
                .quote(CsvDialect.NONE)
                .escape(CsvDialect.NONE)
                .header(CsvConfig.Header.PRESENT)
                .build());

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).isEqualTo(plain.rows());
  }

  /** Longer than what is read at once, so that rows lie across the seams. */
  @Property(tries = 8)
  void longFilesReadLikeShortOnes(
      @ForAll("anyTables") Table table,
      @ForAll("dialects") CsvDialect dialect,
      @ForAll("lineEnds") String lineEnd) {
    int once = table.in(dialect, lineEnd).length();
    List<List<String>> rows =
        Collections.nCopies(700_000 / once + 1, table.rows()).stream()
            .flatMap(List::stream)
            .toList();
    CsvConfig config =
        CsvConfig.builder()
            .charset(StandardCharsets.UTF_8)
            .delimiter(dialect.delimiter())
            .quote(dialect.quote())
            .escape(dialect.escape())
            .header(CsvConfig.Header.PRESENT)
            .build();
    byte[] bytes =
        new Table(table.columns(), rows).in(dialect, lineEnd).getBytes(StandardCharsets.UTF_8);

    Reading reading = Reading.of(bytes, config);

    assertThat(reading.faults()).isEmpty();
    assertThat(reading.rows()).isEqualTo(rows);
  }

  @Property(tries = 300)
  void detectionGivesBackTablesOfValues(
      @ForAll("valueTables") Table table,
      @ForAll("dialects") CsvDialect dialect,
      @ForAll("lineEnds") String lineEnd) {
    Reading reading = Reading.of(table.in(dialect, lineEnd));

    assertThat(reading.delimiter()).isEqualTo(dialect.delimiter());
    assertThat(reading.columns()).isEqualTo(table.columns());
    assertThat(reading.rows()).isEqualTo(table.rows());
  }

  @Property(tries = 200)
  void soundFilesReadAsFastCsvReadsThem(@ForAll("valueTables") Table table) {
    String text = table.in(CsvDialect.RFC_4180, "\n");
    List<List<String>> theirs = new ArrayList<>();
    CsvReader.builder().ofCsvRecord(text).forEach(record -> theirs.add(record.getFields()));

    assertThat(Reading.of(text).rows()).isEqualTo(theirs.subList(1, theirs.size()));
  }

  @Provide
  Arbitrary<CsvDialect> dialects() {
    return Combinators.combine(
            Arbitraries.of(",", ";", "\t", "|", "^", "~", "\u001f", "||", "|~|"),
            Arbitraries.of('"', '\''),
            Arbitraries.of(CsvDialect.NONE, '\\'))
        .as(CsvDialect::new);
  }

  @Provide
  Arbitrary<String> unquotedDelimiters() {
    return Arbitraries.of(",", ";", "\t", "|", "§");
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  @Provide
  Arbitrary<Table> anyTables() {
    Arbitrary<String> cells =
        Arbitraries.strings()
            .withChars(" ,;|\t\"'\\~^\n\r#-")
            .withCharRange('a', 'f')
            .withChars('ü', '日', '\u20ac')
            .ofMaxLength(12)
            .filter(cell -> cell.lines().count() < 3);
    return table(cells);
  }

  /** Names, then rows that are not mistaken for notes: at least two values, none of them a name. */
  private static Arbitrary<Table> table(Arbitrary<String> cells) {
    return Arbitraries.integers()
        .between(2, 6)
        .flatMap(width -> {
          List<String> names = IntStream.range(0, width).mapToObj(n -> "name_" + n).toList();
          Arbitrary<List<String>> row =
              cells
                  .list()
                  .ofSize(width)
                  .map(values -> {
                    List<String> filled = new ArrayList<>(values);
                    filled.set(0, "k" + values.get(0));
                    filled.set(1, "v" + values.get(1));
                    return List.copyOf(filled);
                  });
          return row.list().ofMinSize(1).ofMaxSize(30).map(rows -> new Table(names, rows));
        });
  }

  @Provide
  Arbitrary<Table> valueTables() {
    Arbitrary<List<String>> row =
        Combinators.combine(
                Arbitraries.integers().between(1, 99_999).map(String::valueOf),
                Arbitraries.of(
                    "Ann", "Bob Miller", "Zoë", "O'Brien, Pat", "Say \"hi\"", "two\nlines"),
                Arbitraries.integers()
                    .between(100, 99_999)
                    .map(cents -> cents / 100 + "." + cents % 90 / 10 + "5"),
                Arbitraries.integers().between(10, 28).map(day -> "2026-03-" + day),
                Arbitraries.of("active", "closed", "", "on hold"))
            .as((id, name, amount, day, state) -> List.of(id, name, amount, day, state));
    return row.list()
        .ofMinSize(5)
        .ofMaxSize(40)
        .map(rows -> new Table(List.of("id", "name", "amount", "day", "state"), rows));
  }
}
