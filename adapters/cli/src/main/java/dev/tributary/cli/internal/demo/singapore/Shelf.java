package dev.tributary.cli.internal.demo.singapore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one dataset in the order in which they changed, each once. Thread-safe. */
final class Shelf {
  /**
   * Where a row stands.
   *
   * @param changedAt when it changed last
   * @param id which one it is
   */
  record Place(Instant changedAt, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::changedAt).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Some rows.
   *
   * @param items the rows
   * @param next where the next page begins; null when this is the last one
   */
  record Slice(List<Map<String, Object>> items, @Nullable Place next) {}

  private final NavigableMap<Place, Map<String, Object>> rows = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();

  synchronized void put(String id, Instant changedAt, Map<String, Object> row) {
    Place place = new Place(changedAt, id);
    Place before = places.put(id, place);
    if (before != null) {
      rows.remove(before);
    }
    rows.put(place, row);
  }

  synchronized Slice from(Place first, int limit) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Map.Entry<Place, Map<String, Object>> row : rows.tailMap(first, true).entrySet()) {
      if (items.size() == limit) {
        return new Slice(items, row.getKey());
      }
      items.add(row.getValue());
    }
    return new Slice(items, null);
  }
}
