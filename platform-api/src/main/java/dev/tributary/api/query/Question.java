package dev.tributary.api.query;

import java.time.ZoneId;
import java.util.Objects;

/**
 * A question in plain language.
 *
 * @param text what is asked, 1 to {@value #MAX_LENGTH} characters
 * @param sessionId the conversation it belongs to, whose earlier questions it may refer to, at most
 *     {@value #MAX_SESSION_LENGTH} characters; empty for none
 * @param requestId what cancels it and names it in logs and events; empty for none
 * @param zone where "today" begins for whoever asks
 * @param maxRows how many rows to return at most; 0 for the engine's own limit
 */
public record Question(String text, String sessionId, String requestId, ZoneId zone, int maxRows) {
  /** How long a question may be, in characters. */
  public static final int MAX_LENGTH = 5000;

  /** How long the name of a conversation may be, in characters. */
  public static final int MAX_SESSION_LENGTH = 100;

  /**
   * Checks the parts.
   *
   * @param text what is asked
   * @param sessionId the conversation
   * @param requestId what cancels it
   * @param zone where today begins
   * @param maxRows how many rows to return
   */
  public Question {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(zone, "zone");
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a question has 1 to " + MAX_LENGTH + " characters, not " + text.length());
    }
    if (sessionId.length() > MAX_SESSION_LENGTH) {
      throw new IllegalArgumentException(
          "a session id has at most "
              + MAX_SESSION_LENGTH
              + " characters, not "
              + sessionId.length());
    }
    if (maxRows < 0) {
      throw new IllegalArgumentException("maxRows is " + maxRows + ": use 0 or more");
    }
  }

  /**
   * The same question in other words.
   *
   * @param words what is asked instead
   * @return the question
   */
  public Question withText(String words) {
    return new Question(words, sessionId, requestId, zone, maxRows);
  }

  /**
   * The same question under another id.
   *
   * @param id what cancels it and names it
   * @return the question
   */
  public Question withRequestId(String id) {
    return new Question(text, sessionId, id, zone, maxRows);
  }

  /**
   * A question on its own, in UTC, with the engine's limits.
   *
   * @param text what is asked
   * @return the question
   */
  public static Question of(String text) {
    return new Question(text, "", "", ZoneId.of("UTC"), 0);
  }
}
