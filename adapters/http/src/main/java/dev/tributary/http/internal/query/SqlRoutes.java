package dev.tributary.http.internal.query;

import dev.tributary.api.query.Answer;
import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.QueryEngine;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.http.exchange.ApiResponse;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import dev.tributary.http.internal.route.Route;
import java.io.IOException;
import java.util.List;

/** Routes that take SQL. It passes the same gate as SQL that was generated. */
public final class SqlRoutes {
  private static final String REQUEST = "/api/v1/query/requests/{id}";

  private final QueryEngine engine;

  /** Makes the routes. */
  public SqlRoutes(QueryEngine engine) {
    this.engine = engine;
  }

  /** The routes. */
  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/query/validate", "Says whether SQL may run, without running it.")
            .takes(ValidationRequest.class)
            .gives(200, ValidationAnswer.class)
            .handledBy(this::validate),
        Route.post("/api/v1/query/execute", "Runs a query that somebody wrote, if it may run.")
            .takes(SqlRequest.class)
            .gives(200, OutcomeAnswer.class)
            .handledBy(this::execute),
        Route.post("/api/db-test/query", "Runs a query, if it may run, and shows its rows.")
            .takes(SqlRequest.class)
            .gives(200, SelectAnswer.class)
            .handledBy(call -> call.answer(200, SelectAnswer.of(run(query(call))))),
        Route.delete(REQUEST, "Stops a question or query that is being answered.")
            .gives(200, CancelAnswer.class)
            .handledBy(this::cancel),
        Route.post(REQUEST + "/cancel", "Stops a question or query that is being answered.")
            .gives(200, CancelAnswer.class)
            .handledBy(this::cancel));
  }

  private ApiResponse validate(Call call) throws IOException {
    String sql = Asking.present("sql", call.json(ValidationRequest.class).sql());
    return call.answer(200, ValidationAnswer.of(engine.check(sql)));
  }

  private ApiResponse execute(Call call) throws IOException {
    SqlQuery query = query(call);
    return call.answer(200, OutcomeAnswer.of(new Outcome.Answered(run(query)), query.requestId()));
  }

  private ApiResponse cancel(Call call) {
    String id = call.path("id");
    return call.answer(200, new CancelAnswer(id, engine.cancel(id)));
  }

  private static SqlQuery query(Call call) throws IOException {
    return Asking.sql(call.json(SqlRequest.class), call);
  }

  private Answer run(SqlQuery query) {
    return switch (engine.execute(query)) {
      case Outcome.Answered(var answer) -> answer;
      case Outcome.Refused refused -> throw Failures.of(refused);
      case Outcome.Failed failed -> throw Failures.of(failed);
      case Outcome.NeedsClarification asked ->
          throw RequestException.of(HttpError.SQL_REFUSED, asked.question());
    };
  }
}
