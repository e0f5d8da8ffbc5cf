package dev.tributary.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Nested
  class Values {
    @Test
    void areReadByType() {
      Settings settings =
          of(
              Map.of(
                  "text",
                  "a",
                  "number",
                  "1_000",
                  "flag",
                  "yes",
                  "time",
                  "5m",
                  "size",
                  "16MiB",
                  "choice",
                  "dry-run",
                  "list",
                  List.of("a", "b"),
                  "single",
                  "a"));

      assertThat(settings.requiredText("text")).isEqualTo("a");
      assertThat(settings.integer("number", 1, 1, 1_000)).isEqualTo(1_000);
      assertThat(settings.flag("flag", false)).isTrue();
      assertThat(settings.duration("time", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
      assertThat(settings.bytes("size", 1)).isEqualTo(16L << 20);
      assertThat(settings.choice("choice", Choice.RUN)).isEqualTo(Choice.DRY_RUN);
      assertThat(settings.texts("list")).containsExactly("a", "b");
      assertThat(settings.texts("single")).containsExactly("a");
      assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @Test
    void haveDefaults() {
      Settings settings = of(Map.of());

      assertThat(settings.text("a", "b")).isEqualTo("b");
      assertThat(settings.integer("a", 7, 1, 9)).isEqualTo(7);
      assertThat(settings.flag("a", true)).isTrue();
      assertThat(settings.duration("a")).isEmpty();
      assertThat(settings.texts("a")).isEmpty();
      assertThat(settings.sections("a")).isEmpty();
      assertThat(settings.section("a").keys()).isEmpty();
      assertThat(settings.has("a")).isFalse();
      assertThatCode(settings::verify).doesNotThrowAnyException();
    }

    @Test
    void mayBeSecretsByReference() {
      Settings settings = of(Map.of("password", "env:PW", "other", "hunter2"));

      assertThat(settings.secret("password").orElseThrow().reveal()).isEqualTo("s3cret");
      assertThat(settings.secret("other")).isEmpty();
      assertThat(settings.faults())
          .containsExactly(
              new Fault(
                  "c.yaml: other",
                  "no secret of that name",
                  "refer to a secret as env:NAME or file:PATH"));
    }
  }

  @Nested
  class Faults {
    @Test
    void areAllReportedAtOnceInTheWholeTree() {
      Settings settings =
          of(
              Map.of(
                  "number",
                  "12x",
                  "range",
                  99,
                  "section",
                  Map.of("time", "soon", "size", "big", "choice", "maybe"),
                  "flat",
                  "text",
                  "text",
                  Map.of("a", 1)));
      settings.integer("number", 1, 1, 9);
      settings.integer("range", 1, 1, 9);
      settings.requiredText("missing");
      Settings section = settings.section("section");
      section.duration("time");
      section.bytes("size", 1);
      section.choice("choice", Choice.RUN);
      settings.section("flat");
      settings.text("text");

      assertThatThrownBy(settings::verify)
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              failure -> {
                assertThat(failure.code()).isEqualTo(PlatformError.INVALID_CONFIGURATION);
                assertThat(failure.faults())
                    .extracting(Fault::place)
                    .containsExactly(
                        "c.yaml: number",
                        "c.yaml: range",
                        "c.yaml: missing",
                        "c.yaml: section.time",
                        "c.yaml: section.size",
                        "c.yaml: section.choice",
                        "c.yaml: flat",
                        "c.yaml: text");
              })
          .hasMessageContaining("8 configuration fault(s)")
          .hasMessageContaining("use a number from 1 to 9")
          .hasMessageContaining("one of [run, dry_run]");
    }

    @Test
    void nameTheItemOfAList() {
      Settings settings =
          of(Map.of("sources", List.of(Map.of("id", "a"), Map.of("id", "b", "x", 1))));
      settings.sections("sources").forEach(source -> source.requiredText("id"));

      assertThat(settings.faults())
          .extracting(Fault::place)
          .containsExactly("c.yaml: sources[1].x");
    }

    @Test
    void includeUnknownKeysWithTheNearestName() {
      Settings settings = of(Map.of("folder", "a", "settel", "2s", "colour", "red"));
      settings.text("folder");
      settings.duration("settle");

      assertThat(settings.faults())
          .extracting(Fault::place, Fault::remedy)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("c.yaml: settel", "did you mean 'settle'?"),
              org.assertj.core.groups.Tuple.tuple("c.yaml: colour", "known here: folder, settle"));
    }

    @Test
    void areReportedOnce() {
      Settings settings = of(Map.of("time", "soon"));
      settings.duration("time");
      settings.duration("time");

      assertThat(settings.faults()).hasSize(1);
    }

    @Test
    void mayBeNotedByTheReader() {
      Settings settings = of(Map.of("folder", "/etc"));
      settings.text("folder");
      settings.note("folder", "is outside of the roots", "choose another one");

      assertThat(settings.faults())
          .containsExactly(
              new Fault("c.yaml: folder", "is outside of the roots", "choose another one"));
    }
  }

  @Property(tries = 200)
  void everyNumberIsReadBackFromItsText(@ForAll long number) {
    assertThat(of(Map.of("n", number)).integer("n", 0, Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(number);
  }

  @Property(tries = 200)
  void everyDurationIsReadInItsUnit(@ForAll @IntRange(max = 1_000_000) int amount) {
    Settings settings =
        of(Map.of("s", amount + "s", "ms", amount + " ms", "iso", "PT" + amount + "M"));

    assertThat(settings.duration("s")).contains(Duration.ofSeconds(amount));
    assertThat(settings.duration("ms")).contains(Duration.ofMillis(amount));
    assertThat(settings.duration("iso")).contains(Duration.ofMinutes(amount));
  }

  @Property(tries = 200)
  void anyTextIsReadOrNotedButNeverThrown(@ForAll String text) {
    Settings settings = of(Map.of("a", text));

    settings.integer("a", 1, 1, 2);
    settings.flag("a", true);
    settings.duration("a");
    settings.bytes("a", 1);
    settings.choice("a", Choice.RUN);

    assertThat(settings.faults()).isNotEmpty();
  }

  @Test
  void amountsBeyondAllMeasureAreNoted() {
    Settings settings = of(Map.of("size", "999999999999GiB", "time", "999999999999999d"));

    assertThat(settings.bytes("size", 1)).isEqualTo(1);
    assertThat(settings.duration("time")).isEmpty();
    assertThat(settings.faults()).hasSize(2);
  }

  @Property(tries = 200)
  void aNameWithOneLetterMissingIsFound(
      @ForAll @AlphaChars @StringLength(min = 4, max = 12) String name,
      @ForAll @IntRange(max = 3) int missing) {
    String misspelt = name.substring(0, missing) + name.substring(missing + 1);

    assertThat(NearestName.of(misspelt, List.of("0123456789", name))).contains(name);
  }

  @Property(tries = 200)
  void aNameWithTwoLettersSwappedIsFound(
      @ForAll @AlphaChars @StringLength(min = 2, max = 12) String name,
      @ForAll @IntRange(max = 10) int place) {
    int first = place % (name.length() - 1);
    StringBuilder misspelt = new StringBuilder(name);
    misspelt.setCharAt(first, name.charAt(first + 1));
    misspelt.setCharAt(first + 1, name.charAt(first));

    assertThat(NearestName.of(misspelt.toString(), List.of("0123456789", name))).contains(name);
  }

  @Test
  void aSwapIsOneSlipAlsoInAShortName() {
    assertThat(NearestName.of("cvs", List.of("csv", "json", "jdbc"))).contains("csv");
  }

  @Test
  void aNameThatIsFarFromAllFindsNone() {
    assertThat(NearestName.of("entirely", List.of("folder", "settle"))).isEmpty();
    assertThat(NearestName.of("x", new ArrayList<>())).isEmpty();
  }

  @Test
  void aSecretDoesNotShowItself() {
    assertThat(Secret.of("hunter2").toString()).doesNotContain("hunter2");
  }

  private static Settings of(Map<String, ?> values) {
    return Settings.of("c.yaml:", values, SettingsTest::resolve);
  }

  private static Secret resolve(String reference) {
    if (reference.equals("env:PW")) {
      return Secret.of("s3cret");
    }
    throw new PlatformException(PlatformError.SECRET_UNAVAILABLE, "no secret of that name");
  }

  private enum Choice {
    RUN,
    DRY_RUN
  }
}
