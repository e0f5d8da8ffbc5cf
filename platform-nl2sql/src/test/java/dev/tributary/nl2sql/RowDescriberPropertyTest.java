package dev.tributary.nl2sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tributary.api.query.Chart;
import dev.tributary.api.query.Describer.Description;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Laws of descriptions. {@code vega-lite-v5.schema.json.gz} is the schema that comes with Vega-Lite
 * 5.23.0 (BSD 3-Clause License), without its descriptions.
 */
class RowDescriberPropertyTest {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])-?\\d[\\d,]*(\\.\\d+)?");
  private static final Schema VEGA_LITE = vegaLite();

  private static Schema vegaLite() {
    try (InputStream packed =
            RowDescriberPropertyTest.class.getResourceAsStream("/vega-lite-v5.schema.json.gz");
        InputStream plain = new GZIPInputStream(packed)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(plain.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Described named(List<Integer> values) {
    Described described =
        Described.query(
            "SELECT country, SUM(amount_eur) AS total FROM payments GROUP BY country",
            "country",
            "total");
    for (int i = 0; i < values.size(); i++) {
      described.row("C" + (char) ('a' + i % 26) + (char) ('a' + i / 26), values.get(i));
    }
    return described;
  }

  private static Described timed(List<Integer> values) {
    Described described =
        Described.query(
            "SELECT DATE(paid_at) AS d, COUNT(*) AS n FROM payments GROUP BY 1", "d", "n");
    for (int i = 0; i < values.size(); i++) {
      described.row(LocalDate.of(2025, 1, 1).plusDays(i).toString(), values.get(i));
    }
    return described;
  }

  @Property(tries = 300)
  void noNumberIsMadeUp(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -50, max = 900) Integer> values) {
    for (Described described : List.of(named(values), timed(values))) {
      Description description = described.description();
      List<String> texts = new ArrayList<>(List.of(description.summary()));
      description.insights().forEach(insight -> texts.add(insight.text()));

      Set<String> known = computable(values);
      for (String text : texts) {
        for (String number : numbers(text)) {
          assertThat(known).as(text).contains(number);
        }
      }
    }
  }

  @Property(tries = 100)
  void chartsAreVegaLite(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -50, max = 900) Integer> values) {
    for (Described described :
        List.of(named(values), timed(values), crossed(values), cloud(values))) {
      Chart chart = described.description().chart();

      assertThat(chart.reason()).isNotBlank();
      if (chart.type() != Chart.Type.TABLE) {
        assertThat(VEGA_LITE.validate(chart.vegaLite(), InputFormat.JSON))
            .as(chart.vegaLite())
            .isEmpty();
      }
    }
  }

  @Property(tries = 50)
  void localeAndTimeZoneChangeNothing(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -50, max = 90000) Integer> values) {
    Description expected = timed(values).description();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(timed(values).description()).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static Described crossed(List<Integer> values) {
    Described described =
        Described.query(
            "SELECT country, status, COUNT(*) AS n FROM payments GROUP BY 1, 2",
            "country.of [x]",
            "status",
            "n");
    for (int i = 0; i < values.size(); i++) {
      described.row("C" + i / 4, "\"s\\" + i % 4, values.get(i));
    }
    return described;
  }

  private static Described cloud(List<Integer> values) {
    Described described =
        Described.query("SELECT amount, amount_eur FROM payments", "amount", "amount_eur");
    values.forEach(value -> described.row(value, value * 0.5));
    return described;
  }

  private static List<String> numbers(String text) {
    // Times and names are values of the rows themselves; a threshold belongs to its test.
    String bare = text.replaceAll("2025-\\d\\d-\\d\\d", "").replace("p < 0.001", "");
    List<String> numbers = new ArrayList<>();
    for (Matcher found = NUMBER.matcher(bare); found.find(); ) {
      numbers.add(found.group());
    }
    return numbers;
  }

  /** Everything that may be said of the values, written the way descriptions write it. */
  private static Set<String> computable(List<Integer> values) {
    double[] all = values.stream().mapToDouble(value -> value).toArray();
    Set<String> words = new HashSet<>();
    for (double[] known : List.of(all, Arrays.copyOf(all, Math.max(1, all.length - 1)))) {
      double sum = Arrays.stream(known).sum();
      double median = Oracle.median(known);
      double deviation =
          Oracle.median(Arrays.stream(known).map(one -> Math.abs(one - median)).toArray());
      words.add(Oracle.words(sum));
      words.add(Oracle.words(median));
      double[] sorted = known.clone();
      Arrays.sort(sorted);
      double reached = 0;
      for (int i = sorted.length - 1; i >= 0; i--) {
        reached += sorted[i];
        words.add(Oracle.words(Oracle.tenths(100 * reached / sum)));
      }
      for (double value : known) {
        words.add(Oracle.words(value));
        words.add(Oracle.words(Oracle.tenths(100 * value / sum)));
        words.add(Oracle.words(0.6745 * (value - median) / deviation));
      }
      double change = Math.abs(known[known.length - 1] - known[0]);
      words.add(Oracle.words(change));
      words.add(Oracle.words(Oracle.tenths(100 * change / known[0])));
      words.add(Oracle.words(Math.abs(Oracle.slope(known))));
      words.add(Oracle.probability(known));
    }
    for (int count = 0; count <= values.size(); count++) {
      words.add(Integer.toString(count));
    }
    return words;
  }
}
