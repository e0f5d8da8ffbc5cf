package dev.tributary.http.internal.query;

import dev.tributary.api.query.Outcome;
import dev.tributary.api.query.SqlViolation;
import java.util.List;

/** Why a question was declined. */
record RefusalAnswer(
    Outcome.Reason reason, List<Outcome.UnknownTerm> terms, List<SqlViolation> violations) {

  static RefusalAnswer of(Outcome.Refused refused) {
    return new RefusalAnswer(refused.reason(), refused.terms(), refused.violations());
  }
}
