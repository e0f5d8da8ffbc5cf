package dev.tributary.connector.rest.internal.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoint;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.SourceBatch;
import dev.tributary.connector.rest.internal.http.Answer;
import dev.tributary.connector.rest.internal.http.Fetcher;
import dev.tributary.connector.rest.internal.json.Document;
import dev.tributary.connector.rest.internal.json.DocumentReader;
import dev.tributary.connector.rest.internal.json.RowMaker;
import dev.tributary.connector.rest.internal.settings.Endpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands out pages. A page of more rows than a batch may hold is handed out in parts, of which only
 * the last carries the checkpoint.
 */
final class PageReader implements BatchReader {
  private final Endpoint endpoint;
  private final Fetcher fetcher;
  private final DocumentReader documents;
  private final RowMaker rows;
  private final Pages pages;
  private final Pass pass;
  private final int maxRows;
  private final Set<String> asked = new HashSet<>();
  private @Nullable Place place;
  private @Nullable Parts parts;

  PageReader(
      Endpoint endpoint,
      Fetcher fetcher,
      DocumentReader documents,
      RowMaker rows,
      Pages pages,
      Pass pass,
      int maxRows) {
    this.endpoint = endpoint;
    this.fetcher = fetcher;
    this.documents = documents;
    this.rows = rows;
    this.pages = pages;
    this.pass = pass;
    this.maxRows = maxRows;
    this.place = pass.start();
  }

  @Override
  public Optional<SourceBatch> next() {
    while (true) {
      if (parts != null && parts.hasNext()) {
        return Optional.of(parts.next());
      }
      Place current = place;
      if (current == null) {
        return Optional.empty();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new ConnectorException(
            ConnectorError.STOPPED, "stopped while reading " + endpoint.place());
      }
      parts = page(current);
    }
  }

  @Override
  public void close() {
    place = null;
    parts = null;
  }

  @Override
  public String toString() {
    return "reader of " + endpoint.place();
  }

  private @Nullable Parts page(Place current) {
    requireNew(current);
    boolean first = current.equals(pass.start());
    Answer answer =
        fetcher.get(pages.address(current, pass.parameters()), first ? pass.etag() : null);
    if (answer.unchanged()) {
      place = null;
      return null;
    }
    Document document = documents.read(answer);
    // An endpoint that hands out a next page for ever marks its end by an empty one.
    Place next =
        document.items().isEmpty() ? null : pages.after(current, answer, document).orElse(null);
    RowMaker.Records records =
        rows.records(document.items(), endpoint.url().getRawPath() + " page " + current.ordinal());
    List<JsonNode> nodes =
        document.items().stream().map(Document.Item::node).filter(Objects::nonNull).toList();
    Optional<Checkpoint> checkpoint =
        pass.after(new Outcome(current, next, nodes, answer.etag().orElse(null)))
            .map(state -> Checkpoint.whole(state.encode()));
    place = next;
    return new Parts(records, checkpoint.map(List::of).orElse(List.of()), maxRows);
  }

  private void requireNew(Place current) {
    if (!asked.add(current.value())) {
      throw new ConnectorException(
          ConnectorError.MALFORMED,
          endpoint.place()
              + " leads back to a page that was read already, at page "
              + current.ordinal()
              + "; check pagination, and whether the endpoint understands its parameter");
    }
  }
}
