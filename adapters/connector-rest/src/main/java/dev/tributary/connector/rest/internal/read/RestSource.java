package dev.tributary.connector.rest.internal.read;

import dev.tributary.api.connector.BatchReader;
import dev.tributary.api.connector.Checkpoints;
import dev.tributary.api.connector.ConnectorError;
import dev.tributary.api.connector.ConnectorException;
import dev.tributary.api.connector.ReadMode;
import dev.tributary.api.connector.ReadRequest;
import dev.tributary.api.connector.SourceStream;
import dev.tributary.connector.rest.internal.http.Answer;
import dev.tributary.connector.rest.internal.http.Fetcher;
import dev.tributary.connector.rest.internal.json.Document;
import dev.tributary.connector.rest.internal.json.DocumentReader;
import dev.tributary.connector.rest.internal.json.RowMaker;
import dev.tributary.connector.rest.internal.settings.Pagination;
import dev.tributary.connector.rest.internal.settings.RestConfig;
import dev.tributary.connector.rest.internal.settings.SinceConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** An endpoint as the one stream it is. Thread-safe. */
public final class RestSource {
  private final RestConfig config;
  private final Fetcher fetcher;
  private final InstantSource clock;
  private final DocumentReader documents;
  private final RowMaker rows;
  private final Pages pages;

  /**
   * Makes a source.
   *
   * @param config what it is told
   * @param fetcher fetches answers
   * @param clock the present
   */
  public RestSource(RestConfig config, Fetcher fetcher, InstantSource clock) {
    this.config = config;
    this.fetcher = fetcher;
    this.clock = clock;
    this.documents = new DocumentReader(config.records());
    this.rows = new RowMaker(config.records(), config.limits().maxRecord());
    this.pages = new Pages(config.endpoint().url(), config.pagination());
  }

  /**
   * Fetches the first page.
   *
   * @return what was found, in words
   */
  public String check() {
    int records = firstPage().items().size();
    return config.endpoint().place() + ": " + records + " record(s) on the first page";
  }

  /**
   * Fetches the first page and describes its records.
   *
   * @return one stream
   */
  public List<SourceStream> discover() {
    rows.records(firstPage().items(), "discovery");
    SinceConfig since = config.since();
    return List.of(
        new SourceStream(
            config.records().stream(),
            rows.schema(),
            since == null ? List.of() : List.of(since.field().toString().substring(1))));
  }

  /**
   * Begins to read. Nothing is fetched before the first batch is asked for.
   *
   * @param request what to read; the name of its stream does not matter, as there is only one
   * @return the reader
   */
  public BatchReader read(ReadRequest request) {
    State stored =
        request.checkpoints().state(Checkpoints.WHOLE).map(State::decode).orElse(State.NONE);
    return new PageReader(
        config.endpoint(),
        fetcher,
        documents,
        rows,
        pages,
        pass(request.mode(), stored),
        request.maxRows());
  }

  private Pass pass(ReadMode mode, State stored) {
    if (mode == ReadMode.FULL) {
      return new FullPass(stored);
    }
    SinceConfig since = config.since();
    if (since != null) {
      return new SincePass(since, stored, pages.lasting(), clock);
    }
    Pagination.Kind kind = config.pagination().kind();
    if (kind == Pagination.Kind.CURSOR || kind == Pagination.Kind.NONE) {
      return new TokenPass(stored);
    }
    throw new ConnectorException(
        ConnectorError.MISSING,
        config.endpoint().place()
            + " cannot be read incrementally by pages alone; set cursor.field and"
            + " cursor.parameter, or mode: full");
  }

  private Document firstPage() {
    Answer answer = fetcher.get(pages.address(Place.FIRST, Map.of()), null);
    return documents.read(answer);
  }
}
