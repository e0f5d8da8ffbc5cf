package dev.tributary.api.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Answers the questions of rules. Thread-safe. */
@FunctionalInterface
public interface QueryRunner {

  /**
   * Runs a question that must not change anything.
   *
   * @param sql a SELECT
   * @param timeout how long it may take
   * @param mostRows how many rows are read at most
   * @return the rows, each with its columns in order; a value that is not there is left out
   * @throws dev.tributary.api.error.PlatformException if it is refused, fails or takes too long
   */
  List<Map<String, Object>> run(String sql, Duration timeout, int mostRows);
}
