package dev.tributary.connector.rest;

import dev.tributary.connector.rest.StubServer.Reply;
import dev.tributary.connector.rest.StubServer.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small API over items, which can be asked for in every way there is. */
final class ItemsApi {
  private static final Instant START = Instant.parse("2025-06-01T10:00:00Z");
  private static final int SIZE = 4;

  private final Map<Long, Item> items = new TreeMap<>();
  private long changes;

  synchronized void put(long id) {
    changes++;
    items.put(id, new Item(id, changes, START.plusSeconds(changes / 3)));
  }

  /** Pages by an offset that the client cannot read. */
  synchronized Reply byToken(Request request) {
    int from = Integer.parseInt(request.query("cursor", "t0").substring(1));
    List<Item> log = inOrderOfChange();
    boolean more = log.size() > from + SIZE;
    String next = more ? "\"t" + (from + SIZE) + "\"" : "null";
    return Reply.json(
        "{\"data\": {\"items\": " + page(log, from) + "}, \"meta\": {\"next\": " + next + "}}");
  }

  synchronized Reply byPage(Request request) {
    int number = Integer.parseInt(request.query("page", "1"));
    return Reply.json(page(since(request), (number - 1) * SIZE));
  }

  synchronized Reply byOffset(Request request) {
    return Reply.json(page(since(request), Integer.parseInt(request.query("offset", "0"))));
  }

  synchronized Reply byLink(Request request) {
    int from = Integer.parseInt(request.query("from", "0"));
    List<Item> found = since(request);
    Reply reply = Reply.json(page(found, from));
    String since = request.query("since", "");
    String next = "?from=" + (from + SIZE) + (since.isEmpty() ? "" : "&since=" + since);
    return found.size() > from + SIZE
        ? reply.with("Link", "</items>; rel=\"first\", </items" + next + ">; rel=\"next\"")
        : reply;
  }

  private List<Item> since(Request request) {
    Instant since = Instant.parse(request.query("since", "1970-01-01T00:00:00Z"));
    return inOrderOfChange().stream().filter(item -> !item.changed().isBefore(since)).toList();
  }

  private List<Item> inOrderOfChange() {
    List<Item> log = new ArrayList<>(items.values());
    log.sort(Comparator.comparing(Item::change));
    return log;
  }

  private static String page(List<Item> found, int from) {
    return found.stream()
        .skip(from)
        .limit(SIZE)
        .map(Item::json)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private record Item(long id, long change, Instant changed) {
    String json() {
      return "{\"id\": %d, \"name\": \"item %d\", \"price\": 1.50, \"updated_at\": \"%s\"}"
          .formatted(id, id, changed);
    }
  }
}
