package dev.tributary.cli.internal.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tributary.api.alert.MetricEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Events as lines of JSON. */
final class JsonEvents {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonEvents() {}

  static void read(Path file, Consumer<MetricEvent> events, Consumer<String> faults)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          try {
            events.accept(event(line));
          } catch (JsonProcessingException malformed) {
            faults.accept("line " + number + " is no JSON object");
          } catch (DateTimeException | IllegalArgumentException unfit) {
            faults.accept("line " + number + ": " + unfit.getMessage());
          }
        }
      }
    }
  }

  private static MetricEvent event(String line) throws JsonProcessingException {
    JsonNode members = MAPPER.readTree(line);
    JsonNode value = members.path("value");
    if (!value.isMissingNode() && !value.isNumber()) {
      throw new IllegalArgumentException("'value' is " + value + " but must be a number");
    }
    Map<String, String> labels = new TreeMap<>();
    members
        .path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return new MetricEvent(
        members.path("metric").asText(),
        Instant.parse(members.path("at").asText()),
        value.asDouble(1),
        labels);
  }
}
