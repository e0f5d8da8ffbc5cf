package dev.tributary.connector.rest.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import dev.tributary.api.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a source of kind {@code rest} is told.
 *
 * @param endpoint what is asked
 * @param records where the records are in an answer
 * @param pagination how records are divided into pages
 * @param since how to ask for changes, null if the endpoint cannot be asked so
 * @param limits what is put up with
 */
public record RestConfig(
    Endpoint endpoint,
    RecordsConfig records,
    Pagination pagination,
    @Nullable SinceConfig since,
    Limits limits) {
  private static final Duration DEFAULT_OVERLAP = Duration.ofSeconds(30);

  /**
   * Reads the settings of a source.
   *
   * @param settings the source's section
   * @return the settings
   * @throws dev.tributary.api.settings.ConfigurationException with everything that is wrong
   */
  public static RestConfig from(Settings settings) {
    Endpoint endpoint = EndpointReader.read(settings);
    RestConfig config =
        new RestConfig(
            endpoint,
            records(settings, endpoint),
            pagination(settings.section("pagination")),
            settings.has("cursor") ? since(settings.section("cursor")) : null,
            limits(settings));
    settings.verify();
    return config;
  }

  private static RecordsConfig records(Settings settings, Endpoint endpoint) {
    Settings section = settings.section("fields");
    Map<String, JsonPointer> fields = new LinkedHashMap<>();
    section.keys().forEach(name -> fields.put(name, pointer(section, name)));
    String path = endpoint.url().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return new RecordsConfig(
        settings.text("name", last.isBlank() ? "records" : last),
        pointer(settings, "records"),
        settings.choice("format", Format.JSON) == Format.NDJSON,
        fields,
        settings.texts("key"));
  }

  private static Pagination pagination(Settings settings) {
    Pagination.Kind kind = settings.choice("kind", Pagination.Kind.NONE);
    String parameter = settings.text("parameter").orElse(usualParameter(kind));
    Optional<String> size = settings.text("size_parameter");
    JsonPointer next = settings.has("next") ? pointer(settings, "next") : null;
    if (kind == Pagination.Kind.CURSOR && next == null) {
      settings.note("next", "is missing", "say where an answer holds the next token: /meta/next");
    }
    return new Pagination(
        kind,
        parameter,
        size.orElse(null),
        (int) settings.integer("size", 100, 1, 1_000_000),
        settings.integer("first", kind == Pagination.Kind.PAGE ? 1 : 0, 0, Integer.MAX_VALUE),
        next);
  }

  private static @Nullable String usualParameter(Pagination.Kind kind) {
    return switch (kind) {
      case CURSOR -> "cursor";
      case PAGE -> "page";
      case OFFSET -> "offset";
      case NONE, LINK -> null;
    };
  }

  private static SinceConfig since(Settings settings) {
    Optional<String> overlap = settings.text("overlap");
    boolean count = overlap.isPresent() && overlap.get().matches("\\d{1,18}");
    String field = settings.requiredText("field");
    return new SinceConfig(
        field.startsWith("/") ? pointer(settings, "field") : member(field),
        settings.requiredText("parameter"),
        count ? DEFAULT_OVERLAP : settings.duration("overlap", DEFAULT_OVERLAP),
        count ? new BigDecimal(overlap.get()) : BigDecimal.ZERO,
        settings.text("initial").orElse(null));
  }

  private static Limits limits(Settings settings) {
    return new Limits(
        settings.duration("timeout", Duration.ofSeconds(30)),
        settings.duration("connect_timeout", Duration.ofSeconds(10)),
        (int) settings.integer("retries", 2, 0, 10) + 1,
        settings.bytes("max_response", 16L << 20),
        (int) Math.min(settings.bytes("max_record", 1L << 20), Integer.MAX_VALUE));
  }

  private static JsonPointer member(String name) {
    return JsonPointer.compile("/" + name.replace("~", "~0").replace("/", "~1"));
  }

  private static JsonPointer pointer(Settings settings, String key) {
    String text = settings.text(key, "");
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException malformed) {
      settings.note(key, "is '" + text + "'", "write a JSON pointer such as /data/items");
      return JsonPointer.empty();
    }
  }

  private enum Format {
    JSON,
    NDJSON
  }
}
