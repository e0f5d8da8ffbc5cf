package dev.tributary.nl2sql.internal.suggest;

import dev.tributary.api.query.DataSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/** Whether questions can be answered, remembered for the questions that come up again and again. */
public final class Answerable {
  private static final int REMEMBERED = 2000;

  private final BiPredicate<DataSchema, String> test;
  private final Map<String, Boolean> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Wraps a test.
   *
   * @param test says whether a question about a schema can be answered; should not throw
   */
  public Answerable(BiPredicate<DataSchema, String> test) {
    this.test = test;
  }

  /** Whether the question can be answered. */
  public boolean test(DataSchema schema, String question) {
    String key = schema.version() + "\n" + question;
    synchronized (known) {
      Boolean answer = known.get(key);
      if (answer != null) {
        return answer;
      }
    }
    boolean answer = test.test(schema, question);
    synchronized (known) {
      known.put(key, answer);
    }
    return answer;
  }
}
