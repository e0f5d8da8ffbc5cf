package dev.tributary.http.internal.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tributary.http.internal.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a stream of events, one JSON object a line, and answers with a line for each. */
final class EventLines {
  private static final int AT_ONCE = 500;
  private static final int LONGEST_LINE = 16_384;

  private final EventResults results;
  private final Json json;

  EventLines(EventResults results, Json json) {
    this.results = results;
    this.json = json;
  }

  /** Answers as it reads, so that neither side waits for the end of a long stream. */
  void answer(InputStream body, @Nullable String key, OutputStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    List<EventResults.Item> items = new ArrayList<>();
    long index = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        items.add(item(index++, line));
      }
      if (items.size() == AT_ONCE) {
        flush(items, key, out);
      }
    }
    flush(items, key, out);
  }

  private void flush(List<EventResults.Item> items, @Nullable String key, OutputStream out)
      throws IOException {
    if (items.isEmpty()) {
      return;
    }
    String part = key == null ? null : key + "#" + items.getFirst().index();
    for (EventResultAnswer result : results.take(items, part).results()) {
      out.write(json.write(result));
      out.write('\n');
    }
    out.flush();
    items.clear();
  }

  private EventResults.Item item(long index, String line) throws IOException {
    if (line.length() > LONGEST_LINE) {
      return new EventResults.Item(
          index, null, "the line has more than " + LONGEST_LINE + " characters");
    }
    try {
      return new EventResults.Item(
          index, json.read(line.getBytes(StandardCharsets.UTF_8), LinkedHashMap.class), "");
    } catch (JsonProcessingException malformed) {
      return new EventResults.Item(
          index, null, "the line is no JSON object: " + malformed.getOriginalMessage());
    }
  }
}
