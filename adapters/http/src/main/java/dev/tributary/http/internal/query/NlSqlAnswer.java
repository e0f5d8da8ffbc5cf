package dev.tributary.http.internal.query;

import org.jspecify.annotations.Nullable;

/**
 * The SQL of a question.
 *
 * @param outcome what became of the question
 * @param sql the SQL that answers it; null if there is none
 * @param explanation how the question was understood, the question back, or why it was declined
 * @param generator what wrote the SQL; null if there is none
 */
record NlSqlAnswer(
    OutcomeAnswer.Kind outcome,
    @Nullable String sql,
    String explanation,
    @Nullable String generator) {}
