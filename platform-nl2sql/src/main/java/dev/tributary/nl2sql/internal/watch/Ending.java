package dev.tributary.nl2sql.internal.watch;

import dev.tributary.api.query.Outcome;
import java.util.Locale;

/**
 * An outcome in words of a small, fixed set, fit for labels.
 *
 * @param outcome {@code answered}, {@code clarification}, {@code refused} or {@code failed}
 * @param reason why it was refused or failed; empty otherwise
 */
record Ending(String outcome, String reason) {

  static Ending of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> new Ending("answered", "");
      case Outcome.NeedsClarification asked -> new Ending("clarification", "");
      case Outcome.Refused refused ->
          new Ending("refused", refused.reason().name().toLowerCase(Locale.ROOT));
      case Outcome.Failed failed -> new Ending("failed", failed.code());
    };
  }
}
