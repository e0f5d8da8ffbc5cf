package dev.tributary.http.internal.problem;

import java.time.Instant;
import java.util.List;

/**
 * An error on the wire, as RFC 9457 has it, with members of ours after {@code instance}.
 *
 * @param type a URI that names the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param instance the path that was asked for
 * @param code the stable error code
 * @param requestId the id to look for in the log
 * @param timestamp when
 * @param errors everything that is wrong, one by one, where there is more to say than the detail
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    Instant timestamp,
    List<ProblemItem> errors) {
  /** The media type of problem details. */
  public static final String MEDIA_TYPE = "application/problem+json";
}
