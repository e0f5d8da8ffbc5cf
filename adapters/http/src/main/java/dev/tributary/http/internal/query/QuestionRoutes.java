package dev.tributary.http.internal.query;

import dev.tributary.api.error.PlatformError;
import dev.tributary.api.error.PlatformException;
import dev.tributary.api.query.Answer;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.Question;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.json.Json;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import dev.tributary.http.internal.stream.OpenStreams;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Routes that take questions in plain language. */
public final class QuestionRoutes {
  private static final String QUERY = "/api/v1/query";

  private final QueryEngine engine;
  private final Json json;
  private final OpenStreams streams;

  /** Makes the routes. */
  public QuestionRoutes(QueryEngine engine, Json json, OpenStreams streams) {
    this.engine = engine;
    this.json = json;
    this.streams = streams;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post(
                QUERY,
                "Answers a question, asks back, or says why not; streams where the client accepts"
                    + " text/event-stream.")
            .takes(QuestionRequest.class)
            .gives(200, OutcomeAnswer.class)
            .handledBy(this::ask),
        Route.post(QUERY + "/stream", "Answers a question and tells each step as it happens.")
            .takes(QuestionRequest.class)
            .gives(200, OpenStreams.MEDIA_TYPE)
            .handledBy(call -> stream(question(call))),
        Route.post(QUERY + "/natural", "Answers a question in short, from one dataset if named.")
            .takes(NaturalRequest.class)
            .gives(200, NaturalAnswer.class)
            .handledBy(this::natural),
        Route.post("/api/v1/nl/sql", "Gives the SQL that answers a question.")
            .takes(QuestionRequest.class)
            .gives(200, NlSqlAnswer.class)
            .handledBy(this::sql));
  }

  private static Question question(Call call) throws IOException {
    return Asking.question(call.json(QuestionRequest.class), call);
  }

  private ApiResponse ask(Call call) throws IOException {
    Question question = question(call);
    boolean streamed =
        call.header("Accept").orElse("").toLowerCase(Locale.ROOT).contains(OpenStreams.MEDIA_TYPE);
    return streamed
        ? stream(question)
        : call.answer(200, OutcomeAnswer.of(engine.ask(question), question.requestId()));
  }

  private ApiResponse stream(Question question) {
    return streams.open(out -> new QuestionStream(engine, question, json, out).run());
  }

  private ApiResponse natural(Call call) throws IOException {
    NaturalRequest request = call.json(NaturalRequest.class);
    Question question = Asking.question(request.asQuestion(), call);
    String dataset = request.datasetId() == null ? "" : dataset(request.datasetId());
    NaturalAnswer answer =
        switch (engine.ask(question)) {
          case Outcome.Answered(var found) when readsOnly(dataset, found) ->
              NaturalAnswer.of(found);
          case Outcome.Answered ignored ->
              NaturalAnswer.without(
                  OutcomeAnswer.Kind.REFUSED,
                  "this cannot be answered from '" + dataset + "' alone; leave dataset_id out");
          case Outcome other -> {
            OutcomeAnswer whole = OutcomeAnswer.of(other, question.requestId());
            yield NaturalAnswer.without(whole.outcome(), whole.message());
          }
        };
    return call.answer(200, answer);
  }

  private String dataset(String id) {
    boolean known = engine.schema().tables().stream().anyMatch(table -> table.name().equals(id));
    if (!known) {
      throw new PlatformException(
          PlatformError.NOT_FOUND,
          "there is no dataset '" + id + "'; GET /api/v1/schema lists them");
    }
    return id;
  }

  private boolean readsOnly(String dataset, Answer answer) {
    return dataset.isEmpty() || List.of(dataset).containsAll(engine.check(answer.sql()).tables());
  }

  private ApiResponse sql(Call call) throws IOException {
    Question question = question(call);
    NlSqlAnswer answer =
        switch (engine.ask(question)) {
          case Outcome.Answered(var found) ->
              new NlSqlAnswer(
                  OutcomeAnswer.Kind.ANSWERED, found.sql(), found.explanation(), found.generator());
          case Outcome other -> {
            OutcomeAnswer whole = OutcomeAnswer.of(other, question.requestId());
            yield new NlSqlAnswer(whole.outcome(), null, whole.message(), null);
          }
        };
    return call.answer(200, answer);
  }
}
