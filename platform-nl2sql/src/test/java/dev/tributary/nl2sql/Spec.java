package dev.tributary.nl2sql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads the behaviour tables. */
final class Spec {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  record Refused(String dialect, Map<String, List<String>> rules) {}

  record Allowed(String dialect, Map<String, String> statements) {}

  record WithCatalog(List<String> passes, Map<String, List<String>> refused) {}

  private Spec() {}

  static <T> T read(String name, TypeReference<T> type) {
    try (InputStream stream = Spec.class.getResourceAsStream("/spec/" + name)) {
      return YAML.readValue(stream, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
