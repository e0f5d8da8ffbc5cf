package dev.tributary.ingest.internal.binding;

import dev.tributary.api.settings.NearestName;
import dev.tributary.api.settings.Settings;
import dev.tributary.ingest.config.FieldMapping;
import dev.tributary.ingest.config.LookupFallback;
import dev.tributary.ingest.config.Origin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the rule of one column. */
final class FieldBinding {
  private final Settings settings;
  private final FieldMapping.Builder field = FieldMapping.builder();

  private FieldBinding(Settings settings) {
    this.settings = settings;
  }

  static FieldMapping read(Settings settings) {
    FieldBinding binding = new FieldBinding(settings);
    binding.origin();
    binding.lookup();
    binding.numbers();
    binding.times();
    binding.words();
    settings.text("default").ifPresent(binding.field::fallback);
    binding.field.required(settings.flag("required", false));
    return binding.field.build();
  }

  private void origin() {
    List<Origin> origins = new ArrayList<>();
    settings.text("from").ifPresent(column -> origins.add(new Origin.FromColumn(column)));
    settings.text("constant").ifPresent(value -> origins.add(new Origin.Constant(value)));
    settings.text("concat").ifPresent(template -> origins.add(new Origin.Concat(template)));
    List<String> key = settings.texts("key");
    if (!key.isEmpty()) {
      origins.add(new Origin.KeyOf(key));
    }
    if (settings.flag("position", false)) {
      origins.add(new Origin.Position());
    }
    if (origins.size() > 1) {
      settings.note(
          "from", "is not the only origin", "keep one of from, constant, concat, key, position");
    }
    if (!origins.isEmpty()) {
      field.origin(origins.getFirst());
    }
  }

  private void lookup() {
    LookupFallback otherwise = settings.choice("otherwise", LookupFallback.REJECT);
    Settings table = settings.section("lookup");
    Map<String, String> replacements = new LinkedHashMap<>();
    table.keys().forEach(key -> table.text(key).ifPresent(text -> replacements.put(key, text)));
    field.lookup(replacements, otherwise);
    if (replacements.isEmpty() && settings.has("otherwise")) {
      settings.note("otherwise", "stands without a lookup", "add 'lookup' or remove it");
    }
  }

  private void numbers() {
    String decimal = settings.text("decimal", ".");
    if (!decimal.equals(".") && !decimal.equals(",")) {
      settings.note("decimal", "is '" + decimal + "'", "write \".\" or \",\"");
    } else {
      field.decimal(decimal.charAt(0));
    }
    settings
        .text("grouping")
        .ifPresent(grouping -> {
          if (grouping.length() == 1 && !Character.isLetterOrDigit(grouping.charAt(0))) {
            field.grouping(grouping.charAt(0));
          } else {
            settings.note(
                "grouping", "is '" + grouping + "'", "write one separator, such as \".\"");
          }
        });
    settings
        .text("scale")
        .ifPresent(scale -> {
          try {
            field.scale(new BigDecimal(scale.strip()));
          } catch (NumberFormatException notANumber) {
            settings.note("scale", "is '" + scale + "'", "write a factor such as 0.01");
          }
        });
    if (settings.has("unit")) {
      Settings unit = settings.section("unit");
      field.unit(unit.requiredText("from"), unit.requiredText("to"));
    }
  }

  private void times() {
    field.formats(settings.texts("format"));
    settings
        .text("zone")
        .ifPresent(zone -> {
          try {
            field.zone(ZoneId.of(zone.strip()));
          } catch (DateTimeException unknown) {
            settings.note("zone", "is '" + zone + "', no known time zone", zoneRemedy(zone));
          }
        });
    settings.text("locale").ifPresent(this::locale);
  }

  private void locale(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip());
    if (locale.getLanguage().isEmpty()) {
      settings.note("locale", "is '" + tag + "'", "write a language tag such as de or en-US");
    } else {
      field.locale(locale);
    }
  }

  private void words() {
    Settings words = settings.section("words");
    field.words(words.texts("true"), words.texts("false"));
  }

  private static String zoneRemedy(String zone) {
    return NearestName.of(zone, ZoneId.getAvailableZoneIds())
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElse("write one such as Europe/Berlin, UTC or +02:00");
  }
}
