package dev.tributary.connector.rest.internal.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.connector.rest.internal.http.Answer;
import dev.tributary.connector.rest.internal.json.Document;
import dev.tributary.connector.rest.internal.settings.Pagination;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the address of a page, and which page follows. */
final class Pages {
  private final URI url;
  private final Pagination pagination;

  Pages(URI url, Pagination pagination) {
    this.url = url;
    this.pagination = pagination;
  }

  /** The address of a page. */
  URI address(Place place, Map<String, String> parameters) {
    if (pagination.kind() == Pagination.Kind.LINK && !place.isFirst()) {
      return URI.create(place.value());
    }
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (pagination.sizeParameter() != null) {
      all.put(pagination.sizeParameter(), Integer.toString(pagination.size()));
    }
    String parameter = pagination.parameter();
    if (parameter != null && !(place.isFirst() && startsWithout())) {
      all.put(parameter, place.isFirst() ? Long.toString(pagination.first()) : place.value());
    }
    return Query.with(url, all);
  }

  /** The page that follows, if one does. */
  Optional<Place> after(Place place, Answer answer, Document document) {
    int records = document.items().size();
    Optional<String> next =
        switch (pagination.kind()) {
          case NONE -> Optional.empty();
          case PAGE -> numbered(place, records, 1);
          case OFFSET -> numbered(place, records, records);
          case CURSOR -> token(document.root());
          case LINK -> link(answer, document.root());
        };
    return next.map(place::then);
  }

  /** Whether a page, once asked for, stays what it is while records come and go. */
  boolean lasting() {
    return pagination.kind() == Pagination.Kind.CURSOR || pagination.kind() == Pagination.Kind.LINK;
  }

  private boolean startsWithout() {
    return pagination.kind() == Pagination.Kind.CURSOR;
  }

  /**
   * A page that is not full is the last one, where the size was asked for; else an empty one is.
   */
  private Optional<String> numbered(Place place, int records, int step) {
    boolean last = pagination.sizeParameter() == null ? records == 0 : records < pagination.size();
    long number = place.isFirst() ? pagination.first() : Long.parseLong(place.value());
    return last ? Optional.empty() : Optional.of(Long.toString(number + step));
  }

  private Optional<String> token(JsonNode root) {
    return text(root, pagination.next());
  }

  private Optional<String> link(Answer answer, JsonNode root) {
    Optional<String> reference =
        pagination.next() == null
            ? Links.next(answer.headers().allValues("Link"))
            : text(root, pagination.next());
    try {
      return reference.map(text -> answer.address().resolve(text).toString());
    } catch (IllegalArgumentException malformed) {
      throw new ConnectorException(
          ConnectorError.MALFORMED,
          "the link to the next page is not an address; ask the operator of " + url.getHost());
    }
  }

  private static Optional<String> text(JsonNode root, @Nullable JsonPointer pointer) {
    JsonNode node = pointer == null ? root : root.at(pointer);
    boolean given = node.isValueNode() && !node.isNull() && !node.asText().isEmpty();
    return given && !node.isBoolean() ? Optional.of(node.asText()) : Optional.empty();
  }
}
