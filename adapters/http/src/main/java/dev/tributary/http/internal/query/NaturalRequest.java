package dev.tributary.http.internal.query;

import org.jspecify.annotations.Nullable;

/**
 * A question about one dataset.
 *
 * @param question what is asked
 * @param datasetId the dataset that the answer has to be read from; null for any
 */
record NaturalRequest(@Nullable String question, @Nullable String datasetId) {
  QuestionRequest asQuestion() {
    return new QuestionRequest(question, null, null, null, null);
  }
}
