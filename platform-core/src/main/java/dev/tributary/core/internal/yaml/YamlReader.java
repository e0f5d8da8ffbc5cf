package dev.tributary.core.internal.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.tributary.api.settings.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into texts, lists and maps. Scalars stay the text that was written, so that {@code NO}
 * is no truth value and {@code 010} no octal number. Not thread-safe.
 */
public final class YamlReader {
  private static final int DEEPEST = 64;

  private final String place;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Makes a reader.
   *
   * @param place what faults call the file
   */
  public YamlReader(String place) {
    this.place = place;
  }

  /**
   * Reads a file's text.
   *
   * @param text the YAML
   * @return what it says, with every fault that could be found
   */
  public Document read(String text) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        values = map(parser, "", 0);
        refuseMore(parser);
      } else if (first != null && first != JsonToken.VALUE_NULL) {
        note(
            parser.currentTokenLocation(),
            "is not a map of keys",
            "begin with a key such as store:");
      }
    } catch (JsonProcessingException malformed) {
      note(
          malformed.getLocation(),
          "is not YAML: " + malformed.getOriginalMessage().lines().findFirst().orElse(""),
          "correct the syntax");
    } catch (IOException impossible) {
      throw new IllegalStateException("a text could not be read", impossible);
    }
    return new Document(values, lines, faults);
  }

  private Map<String, @Nullable Object> map(YAMLParser parser, String path, int depth)
      throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      JsonLocation location = parser.currentTokenLocation();
      if (map.containsKey(key)) {
        note(location, "has the key '" + keyPath + "' twice", "remove one of the two");
      }
      lines.put(keyPath, location.getLineNr());
      parser.nextToken();
      map.put(key, value(parser, keyPath, depth));
    }
    return map;
  }

  private List<@Nullable Object> list(YAMLParser parser, String path, int depth)
      throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String itemPath = path + "[" + list.size() + "]";
      lines.put(itemPath, parser.currentTokenLocation().getLineNr());
      list.add(value(parser, itemPath, depth));
    }
    return list;
  }

  private @Nullable Object value(YAMLParser parser, String path, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new com.fasterxml.jackson.core.JsonParseException(
          parser, "nested deeper than " + DEEPEST + " levels");
    }
    if (parser.isCurrentAlias()) {
      note(
          parser.currentTokenLocation(),
          "uses the alias *" + parser.getText() + " at '" + path + "'",
          "write the value out; aliases are not supported");
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser, path, depth + 1);
      case START_ARRAY -> list(parser, path, depth + 1);
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private void refuseMore(YAMLParser parser) throws IOException {
    if (parser.nextToken() != null) {
      note(parser.currentTokenLocation(), "holds a second document", "keep one document per file");
    }
  }

  private void note(@Nullable JsonLocation at, String problem, String remedy) {
    String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    faults.add(new Fault(place + where, problem, remedy));
  }

  /**
   * What a YAML file says.
   *
   * @param values texts, lists and maps; null where nothing stands
   * @param lines the line of each key, by its path such as {@code sources[0].every}
   * @param faults what is wrong with the file itself
   */
  public record Document(
      Map<String, @Nullable Object> values, Map<String, Integer> lines, List<Fault> faults) {}
}
