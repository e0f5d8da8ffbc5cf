package dev.tributary.http.internal.query;

import dev.tributary.api.query.Question;
import dev.tributary.api.query.SqlQuery;
import dev.tributary.http.internal.problem.HttpError;
import dev.tributary.http.internal.problem.RequestException;
import dev.tributary.http.internal.route.Call;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was sent, as the platform takes it; what is wrong with it is named. */
final class Asking {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,127}");

  private Asking() {}

  static Question question(QuestionRequest request, Call call) {
    String text = present("question", request.question());
    if (text.length() > Question.MAX_LENGTH) {
      throw refused(
          "question",
          null,
          "'question' has " + text.length() + " characters; use at most " + Question.MAX_LENGTH);
    }
    return new Question(
        text,
        request.sessionId() == null ? "" : name("session_id", request.sessionId()),
        id(request.requestId(), call),
        zone(request.zone()),
        rows(request.maxRows()));
  }

  static SqlQuery sql(SqlRequest request, Call call) {
    return new SqlQuery(
        present("sql", request.sql()), id(request.requestId(), call), rows(request.maxRows()));
  }

  static String present(String member, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw refused(member, value, "'" + member + "' is missing");
    }
    return value;
  }

  private static String id(@Nullable String given, Call call) {
    return given == null ? call.requestId() : name("request_id", given);
  }

  private static String name(String member, String value) {
    if (NAME.matcher(value).matches()) {
      return value;
    }
    throw refused(
        member, value, "'" + member + "' must have 1 to 128 letters, digits and . _ : / + = -");
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return ZoneId.of(zone == null ? "UTC" : zone);
    } catch (DateTimeException e) {
      throw refused("zone", zone, "'zone' must be a time zone such as Europe/Berlin");
    }
  }

  private static int rows(@Nullable Integer rows) {
    if (rows != null && rows < 1) {
      throw refused("max_rows", rows.toString(), "'max_rows' must be at least 1");
    }
    return rows == null ? 0 : rows;
  }

  private static RequestException refused(String member, @Nullable String value, String message) {
    return RequestException.at(HttpError.INVALID_PARAMETER, "body", member, value, message);
  }
}
