package dev.tributary.api.query;

import java.util.List;

/**
 * Answers questions about the data, in plain language or in SQL, without ever changing it. Faults
 * are {@link Outcome}s, not exceptions. Thread-safe.
 */
public interface QueryEngine {

  /**
   * Answers a question and tells how far it has got.
   *
   * @param question what is asked
   * @param progress told of each step as it begins and ends, on the calling thread
   * @return what became of it
   */
  Outcome ask(Question question, Progress progress);

  /**
   * Answers a question.
   *
   * @param question what is asked
   * @return what became of it
   */
  default Outcome ask(Question question) {
    return ask(question, Progress.NONE);
  }

  /**
   * Runs SQL that somebody wrote. It passes the same gate as SQL that was generated.
   *
   * @param query the SQL and its limits
   * @return what became of it; never {@link Outcome.NeedsClarification}
   */
  Outcome execute(SqlQuery query);

  /**
   * Says whether SQL may run, without running it.
   *
   * @param sql one statement
   * @return what the gate says
   */
  SqlCheck check(String sql);

  /**
   * Stops a question or query that is being answered. Its outcome is then {@link Outcome.Failed}
   * with the stage at which it stood.
   *
   * @param requestId the id it was asked with
   * @return true if it was being answered
   */
  boolean cancel(String requestId);

  /**
   * Questions that can be answered here, from what the data holds and, where a conversation is
   * named, from what was asked in it.
   *
   * @param prefix what somebody has typed so far; empty for none
   * @param sessionId the conversation; empty for none
   * @param limit how many at most, at least 1
   * @return questions, the most fitting first
   */
  List<String> suggestions(String prefix, String sessionId, int limit);

  /**
   * What the questions can be about.
   *
   * @return the tables as they were last looked at
   */
  DataSchema schema();

  /**
   * Looks at the tables anew.
   *
   * @return the tables as they are now
   */
  DataSchema refreshSchema();
}
