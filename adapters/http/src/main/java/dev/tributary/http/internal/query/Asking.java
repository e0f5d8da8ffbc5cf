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
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]*");
  private static final int LONGEST_REQUEST_ID = 128;

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
        session("body", request.sessionId()),
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

  /** The name of a conversation; empty if none is given. */
  static String session(String place, @Nullable String given) {
    return given == null ? "" : name(place, "session_id", given, Question.MAX_SESSION_LENGTH);
  }

  private static String id(@Nullable String given, Call call) {
    return given == null ? call.requestId() : name("body", "request_id", given, LONGEST_REQUEST_ID);
  }

  private static String name(String place, String member, String value, int longest) {
    if (value.length() <= longest && NAME.matcher(value).matches()) {
      return value;
    }
    throw RequestException.at(
        HttpError.INVALID_PARAMETER,
        place,
        member,
        value,
        "'%s' must have 1 to %d letters, digits and . _ : / + = -".formatted(member, longest));
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
